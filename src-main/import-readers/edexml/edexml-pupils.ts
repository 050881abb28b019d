import type { SourceHousehold, SourceKey, SourcePupil } from '#shared/imports/import-source.ts'
import type { Day } from '#shared/platform/day.ts'
import { PartialDay } from '#shared/platform/day.ts'
import type { PupilFields, Sex } from '#shared/pupils/pupil.ts'
import { limits } from '../limits.ts'
import { readNationalNumber } from '../national-number.ts'
import type { Problems } from '../problems.ts'
import { cleanText, readDay, readEmail, readLine } from '../read-values.ts'
import type { XmlNode } from '../xml-records.ts'
import { jaargroepen, yearGradeOf } from '../year-grades.ts'
import { childOf, keyOf, textOf } from './edexml-document.ts'
import type { EdexmlGroups } from './edexml-groups.ts'

export type EdexmlPart = {
  readonly file: string
  readonly groups: EdexmlGroups
  readonly isFlemish: boolean
  readonly problems: Problems
}

/** NEN-ISO 5218, and the letters that some write. Not known (0) and not said (9) leave what the school knows as it is. */
const sexes: Readonly<Record<string, Sex>> = { 1: 'male', 2: 'female', M: 'male', V: 'female' }

const nationalNumbers = [
  ['bsn', 'bsn'],
  ['sofinummer', 'bsn'],
  ['onderwijsnummer', 'onderwijsnummer'],
  ['rijksregisternummer', 'rijksregisternummer'],
] as const

export function readPupils(nodes: readonly XmlNode[], part: EdexmlPart): SourcePupil[] {
  const judge = createKeyJudge('pupils', part)
  return nodes.flatMap((node) => {
    const keys = judge(node)
    if (!keys) return []
    if (
      cleanText(['achternaam', 'roepnaam', 'voornamen'].map((name) => textOf(node, name)).join(''))
    ) {
      return [readPupil(node, keys, part)]
    }
    const where = { file: part.file, line: node.line, kind: 'pupils' } as const
    part.problems.leaveOut('value-missing', { ...where, field: 'achternaam' })
    return []
  })
}

/** One household for each pupil whose postcode is known: EDEXML has no more of the address. */
export function readHouseholds(
  nodes: readonly XmlNode[],
  pupils: readonly SourcePupil[],
  file: string,
) {
  const known = new Set(pupils.map(({ key }) => key))
  return nodes.flatMap((node): SourceHousehold[] => {
    const key = keyOf(node)
    const [element, country] = postcodes.find(([name]) => textOf(node, name).trim()) ?? []
    if (!element || !known.has(key)) return []
    const text = cleanText(textOf(node, element)) ?? ''
    const postcode =
      country === 'NL' ? text.replace(/^(\d{4}) ?([A-Z]{2})$/i, spacedPostcode) : text
    return [
      {
        place: { file, line: node.line },
        key,
        fields: { postcode, ...(country && { addressCountry: country }) },
        pupilKeys: [key],
        guardianKeys: [],
      },
    ]
  })
}

const postcodes = [
  ['postcodenl', 'NL'],
  ['postnummerbe', 'BE'],
  ['postcodeoverig', null],
] as const

const spacedPostcode = (_: string, digits: string, letters: string) =>
  `${digits} ${letters.toUpperCase()}`

/** Says whether a record can be named at all; each key and each ECK iD may occur once. */
export function createKeyJudge(kind: 'pupils' | 'staff', { file, problems }: EdexmlPart) {
  const seen = { key: new Set<string>(), eckid: new Set<string>() }
  return ({ line, attributes }: XmlNode): SourceKey[] | null => {
    const key = (attributes.get('key') ?? '').trim()
    const eckid = (attributes.get('eckid') ?? '').trim()
    if (key === '') {
      problems.leaveOut('value-missing', { file, line, kind, field: 'key' })
      return null
    }
    for (const [field, value] of [
      ['key', key],
      ['eckid', eckid],
    ] as const) {
      const code = value.length > limits.key ? 'value-too-long' : 'key-repeated'
      if (code === 'key-repeated' && !seen[field].has(value)) continue
      problems.leaveOut(code, { file, line, kind, field, value })
      return null
    }
    seen.key.add(key)
    if (eckid) seen.eckid.add(eckid)
    // A key that begins with # is made up for this file and means nothing in the next.
    const stable = key.startsWith('#') ? [] : [{ source: 'edexml', value: key }]
    return [...stable, ...(eckid ? [{ source: 'eckid', value: eckid }] : [])]
  }
}

function readPupil(node: XmlNode, keys: readonly SourceKey[], part: EdexmlPart): SourcePupil {
  const { file, groups, problems } = part
  const groupKeys = [
    childOf(node, 'groep'),
    ...(childOf(node, 'samengestelde_groepen')?.children ?? []),
  ].flatMap((child) => (child ? [keyOf(child)] : []))
  const [startsOn, endsOn] = readStay(node, part)
  return {
    place: { file, line: node.line },
    key: keyOf(node),
    keys,
    onlyIfKnown: false,
    fields: { ...readNames(node, part), ...readDetails(node, part) },
    memberships: [...new Set(groupKeys.map(groups.keyFor))].map((groupKey) => ({
      groupKey,
      from: null,
      until: null,
      isEnded: false,
    })),
    guardianKeys: [],
    startsOn,
    endsOn,
    phones: [],
    isEnded: textOf(node, 'jaargroep').trim() === 'H' && endsOn === null,
  }

  function readStay(pupil: XmlNode, { file }: EdexmlPart): [Day | null, Day | null] {
    const day = (field: string) =>
      readDay({ text: textOf(pupil, field), file, line: pupil.line, field }, problems)
    const [from, until] = [day('instroomdatum'), day('uitstroomdatum')]
    if (!from || !until || from <= until) return [from, until]
    problems.warn('value-invalid', {
      file,
      line: pupil.line,
      field: 'uitstroomdatum',
      value: until,
    })
    return [from, null]
  }
}

type Fields = Partial<PupilFields>

function readNames(node: XmlNode, { file, problems }: EdexmlPart): Fields {
  const line = (field: string) =>
    readLine({ text: textOf(node, field), file, line: node.line, field }, problems)
  const officialNames = line('voornamen')
  const firstName = line('roepnaam') ?? officialNames
  const lastName = line('achternaam')
  const initials = dotted(line('voorletters-1'))
  const prefix = line('voorvoegsel')
  if (!firstName) problems.warn('value-missing', { file, line: node.line, field: 'roepnaam' })
  return {
    ...(firstName && { firstName }),
    ...(lastName && { lastName }),
    // A last name without a prefix has none; without a last name nothing is said about it.
    ...(lastName && { prefix }),
    ...(officialNames && { officialNames }),
    ...(initials && { initials }),
  }
}

/** `IH` is `I.H.` here; EDEXML leaves the dots out. */
const dotted = (letters: string | null) =>
  letters && /^\p{L}+$/u.test(letters) ? `${[...letters].join('.')}.` : letters

function readDetails(node: XmlNode, part: EdexmlPart): Fields {
  const { file, problems } = part
  const value = (field: string) => ({ text: textOf(node, field), file, line: node.line, field })
  const birthDate = readDay(value('geboortedatum'), problems)
  const email = readEmail(value('emailadres'), problems)
  const saidSex = textOf(node, 'geslacht').trim().toUpperCase()
  const sex = sexes[saidSex]
  if (!/^[0129MV]?$/.test(saidSex)) {
    problems.warn('value-invalid', { ...value('geslacht'), value: saidSex })
  }
  const [element, kind] = nationalNumbers.find(([name]) => textOf(node, name).trim()) ?? []
  const national = element && readNationalNumber(value(element), kind ?? 'bsn', problems)
  const yearGrade = readYearGrade(node, part)
  return {
    ...(birthDate && { birthDate: PartialDay.parse(birthDate) }),
    ...(sex && { sex }),
    ...(email && { email }),
    ...(national && { nationalNumber: national.number, nationalNumberKind: national.kind }),
    ...(yearGrade && { yearGrade }),
  }
}

/** The pupil's own year goes before that of the group, which may hold several. */
function readYearGrade(node: XmlNode, { file, groups, isFlemish, problems }: EdexmlPart) {
  const code = textOf(node, 'jaargroep').trim()
  const group = childOf(node, 'groep')
  if (code && !jaargroepen.has(code)) {
    problems.warn('value-invalid', { file, line: node.line, field: 'jaargroep', value: code })
  } else if (code && code !== 'C') return yearGradeOf(code, isFlemish)
  return group ? groups.yearGradeFor(keyOf(group)) : null
}
