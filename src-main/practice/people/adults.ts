import type { GuardianLinkFields, Relation } from '#shared/families/guardian.ts'
import type { PracticeWords } from '../countries/country-profile.ts'
import type { Random } from '../random.ts'
import type { FamilyKind } from './families.ts'

/** A grown-up of a family, before having a name. */
export type Adult = {
  readonly sex: 'female' | 'male' | 'unknown'
  readonly relation: Relation
  /** Lives in the first or the second household; null is somewhere the school does not know. */
  readonly home: 0 | 1 | null
  /** Gives the children their last name. */
  readonly sharesName: boolean
  readonly link: Partial<GuardianLinkFields>
  /** Of the family's youngest child this person is the father. */
  readonly ofYoungest?: 'father' | 'nobody'
  readonly organisation?: string
}

const joint = { authority: 'joint', informationRight: 'full' } as const
const mother = {
  sex: 'female',
  relation: 'mother',
  home: 0,
  sharesName: false,
  link: joint,
} as const
const father = { sex: 'male', relation: 'father', home: 0, sharesName: true, link: joint } as const
const outside = { mayCollect: false, portalAccess: false, receivesLetters: false } as const

/** Who looks after the children in each kind of family, in the order of calling. */
export function adultsOf(kind: FamilyKind, words: PracticeWords, random: Random): readonly Adult[] {
  const sole = {
    authority: 'sole',
    informationRight: 'full',
    authorityDocument: words.soleAuthorityDocument,
  } as const
  const absent = { ...father, home: 1, sharesName: true } as const

  switch (kind) {
    case 'together':
      return random.chance(0.7) ? [mother, father] : [father, mother]
    case 'two-mothers':
      return [
        { ...mother, sharesName: true },
        { ...mother, relation: 'parent' },
      ]
    case 'two-fathers':
      return [father, { ...father, relation: 'parent', sharesName: false }]
    case 'separated':
      return random.chance(0.7)
        ? [mother, { ...father, home: 1 }]
        : [father, { ...mother, home: 1 }]
    case 'blended':
      return [mother, { ...absent, ofYoungest: 'nobody' }, stepFather]
    case 'sole':
      return [
        { ...mother, link: sole },
        { ...absent, link: { ...outside, authority: 'none', informationRight: 'on-request' } },
      ]
    case 'no-contact':
      return [
        { ...mother, link: sole },
        { ...absent, link: banned(words) },
      ]
    case 'alone':
      return [{ ...mother, sharesName: true, link: { ...sole, authorityDocument: null } }]
    case 'foster':
      return fosterFamily(words)
    case 'legal-guardian':
      return [{ ...mother, relation: 'legal-guardian', sharesName: true, link: ward(words) }]
    case 'grandparents':
      return [
        { ...mother, relation: 'grandparent', sharesName: true, link: ward(words) },
        { ...father, relation: 'grandparent', link: { ...ward(words), authority: 'none' } },
      ]
  }
}

const stepFather: Adult = {
  sex: 'male',
  relation: 'step-parent',
  home: 0,
  sharesName: false,
  ofYoungest: 'father',
  link: {
    authority: 'none',
    informationRight: 'none',
    portalAccess: false,
    receivesLetters: false,
  },
}

function banned(words: PracticeWords): Adult['link'] {
  return {
    ...outside,
    authority: 'none',
    authorityDocument: words.noContactDocument,
    informationRight: 'none',
    informationDocument: words.noContactDocument,
    noContact: true,
    note: words.noContactNote,
  }
}

function ward(words: PracticeWords): Adult['link'] {
  return {
    authority: 'legal-guardian',
    authorityDocument: words.guardianshipDocument,
    informationRight: 'full',
  }
}

function fosterFamily(words: PracticeWords): readonly Adult[] {
  const link = {
    authority: 'foster',
    authorityDocument: words.fosterDocument,
    informationRight: 'full',
  } as const
  return [
    { ...mother, relation: 'foster-parent', link },
    { ...father, relation: 'foster-parent', sharesName: false, link },
    {
      sex: 'unknown',
      relation: 'legal-guardian',
      home: null,
      sharesName: false,
      link: { ...ward(words), mayCollect: false },
      organisation: words.guardianOrganisation,
    },
    {
      ...mother,
      home: null,
      sharesName: true,
      link: { ...outside, authority: 'none', informationRight: 'on-request' },
    },
  ]
}
