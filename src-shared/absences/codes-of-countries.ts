import { Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import type { AbsenceCode } from './absence-codes.ts'
import type { SpellKind } from './absence-mark.ts'

const whole: readonly SpellKind[] = ['absent']
const partly: readonly SpellKind[] = ['late', 'left-early', 'away']
const any: readonly SpellKind[] = ['absent', 'late', 'left-early', 'away']

type Given = Pick<AbsenceCode, 'code' | 'nature' | 'isAuthorised' | 'spells'> & Partial<AbsenceCode>

const code = (given: Given): AbsenceCode => ({
  isForGuardians: false,
  from: null,
  until: null,
  label: null,
  ...given,
})

/**
 * Netherlands: each absence has a reason, which is authorised or not (domain.md 3.1). The bill that
 * would fix categories (36 663) has no date yet: it becomes a version of these with a `from`.
 */
const dutch: readonly AbsenceCode[] = [
  code({ code: 'ill', nature: 'illness', isAuthorised: true, spells: any, isForGuardians: true }),
  code({
    code: 'doctor',
    nature: 'medical',
    isAuthorised: true,
    spells: any,
    isForGuardians: true,
  }),
  code({
    code: 'treatment',
    nature: 'treatment',
    isAuthorised: true,
    spells: any,
    isForGuardians: true,
  }),
  code({ code: 'leave', nature: 'leave', isAuthorised: true, spells: any }),
  code({
    code: 'religion',
    nature: 'religion',
    isAuthorised: true,
    spells: any,
    isForGuardians: true,
  }),
  code({ code: 'closure', nature: 'closure', isAuthorised: true, spells: any }),
  code({ code: 'suspended', nature: 'suspension', isAuthorised: true, spells: whole }),
  // Four-year-olds, and under six five hours a week by arrangement.
  code({ code: 'under-six', nature: 'not-compulsory', isAuthorised: true, spells: any }),
  code({
    code: 'other',
    nature: 'to-judge',
    isAuthorised: null,
    spells: any,
    isForGuardians: true,
  }),
  code({ code: 'late', nature: 'unauthorised', isAuthorised: false, spells: partly }),
  code({ code: 'unauthorised', nature: 'unauthorised', isAuthorised: false, spells: any }),
  // Luxe verzuim: reported without any number of hours.
  code({ code: 'holiday', nature: 'holiday', isAuthorised: false, spells: whole }),
]

/** Flanders: the letters that go to Discimus since September 2019 (AGODI, domain.md 3.2). */
const since = Day.parse('2019-09-01')
const flemish: readonly AbsenceCode[] = [
  code({
    code: 'Z',
    nature: 'illness',
    isAuthorised: true,
    spells: any,
    isForGuardians: true,
    from: since,
  }),
  code({
    code: 'R',
    nature: 'religion',
    isAuthorised: true,
    spells: any,
    isForGuardians: true,
    from: since,
  }),
  code({ code: 'P', nature: 'agreed', isAuthorised: true, spells: any, from: since }),
  code({
    code: 'H',
    nature: 'treatment',
    isAuthorised: true,
    spells: any,
    isForGuardians: true,
    from: since,
  }),
  code({ code: 'A', nature: 'not-compulsory', isAuthorised: true, spells: any, from: since }),
  // Personal reasons are P only when the principal agrees; until then nobody can tell.
  code({ code: '?', nature: 'to-judge', isAuthorised: null, spells: any, isForGuardians: true }),
  code({ code: 'B', nature: 'unauthorised', isAuthorised: false, spells: any, from: since }),
]

/** Sweden: giltig or ogiltig, and sen ankomst (domain.md 3.3). */
const swedish: readonly AbsenceCode[] = [
  code({ code: 'ill', nature: 'illness', isAuthorised: true, spells: any, isForGuardians: true }),
  code({
    code: 'doctor',
    nature: 'medical',
    isAuthorised: true,
    spells: any,
    isForGuardians: true,
  }),
  code({ code: 'leave', nature: 'leave', isAuthorised: true, spells: any }),
  code({ code: 'valid', nature: 'agreed', isAuthorised: true, spells: any }),
  code({ code: 'closure', nature: 'closure', isAuthorised: true, spells: any }),
  code({
    code: 'other',
    nature: 'to-judge',
    isAuthorised: null,
    spells: any,
    isForGuardians: true,
  }),
  code({ code: 'late', nature: 'unauthorised', isAuthorised: false, spells: partly }),
  code({ code: 'invalid', nature: 'unauthorised', isAuthorised: false, spells: any }),
]

export const codesOfCountry: Readonly<Record<Country, readonly AbsenceCode[]>> = {
  nl: dutch,
  be: flemish,
  se: swedish,
}
