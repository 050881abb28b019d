import type { SourceGuardian, SourceTie } from '#shared/imports/import-source.ts'
import type { ProtectionLevel } from '#shared/pupils/pupil.ts'
import { createProblems, type Problems } from '../../problems.ts'
import { readLine } from '../../read-values.ts'
import { textOf, valueIn, whereOf } from '../part.ts'
import type { Register, Tie } from '../register.ts'
import { readMail, readPhones } from './contact-details.ts'
import { keyOfPerson, readNames, readProtection } from './person-details.ts'
import type { Known } from './person-kinds.ts'

/**
 * Whether what is known of a guardian may be kept: in Balie it is the child's protection that hides
 * it, so that the address of a marked adult needs a marked child, and otherwise stays out.
 */
export type MayKeep = (guardian: string) => boolean

export function createMayKeep(
  register: Register,
  levelOf: (pupil: string) => ProtectionLevel,
  problems: Problems,
): MayKeep {
  const answers = new Map<string, boolean>()
  const pupilsOf = new Map<string, Set<string>>()
  for (const { guardian, pupil } of register.responsibles) {
    pupilsOf.set(guardian, (pupilsOf.get(guardian) ?? new Set()).add(pupil))
  }
  return (guardian) => {
    const known = answers.get(guardian) ?? ask(guardian)
    answers.set(guardian, known)
    return known
  }

  function ask(guardian: string): boolean {
    const part = register.persons.byId.get(guardian)
    const level = part ? readProtection(part, problems) : 0
    const mayKeep = [...(pupilsOf.get(guardian) ?? [])].every((pupil) => levelOf(pupil) >= level)
    if (part && !mayKeep) problems.warn('extra-skipped', whereOf(part, 'securityMarking'))
    return mayKeep
  }
}

/** Adults who are responsible for a pupil, with what ties them to each. */
export function readGuardians(
  register: Register,
  known: ReadonlyMap<string, Known>,
  mayKeep: MayKeep,
  problems: Problems,
): SourceGuardian[] {
  const tiesOf = tiesByGuardian(register, problems)
  return [...known.values()].flatMap(({ id, part, kinds, isUnclear }): SourceGuardian[] => {
    if (!kinds.has('guardian')) return []
    // Somebody who may be anything was told of as a pupil already.
    const heard = isUnclear ? createProblems() : problems
    const { firstName, prefix, lastName } = readNames(part, heard)
    const where = whereOf(part, 'familyName')
    if (!firstName && !lastName) {
      heard.leaveOut('value-missing', { ...where, kind: 'guardians' })
      return []
    }
    const ties = [...(tiesOf.get(id)?.values() ?? [])]
    const isKept = mayKeep(id)
    const isParent = ties.some(({ fields }) => fields.relation === 'parent')
    return [
      {
        place: { file: part.file, line: part.line },
        key: id,
        keys: keyOfPerson(id),
        onlyIfKnown: isUnclear,
        firstName: firstName ?? '',
        prefix,
        lastName: lastName ?? '',
        email: isKept ? readMail(part, 'guardian', heard) : null,
        phones: isKept ? readPhones(part, heard) : [],
        // Only those whom the file does not hold: a pupil names its guardians itself.
        pupilKeys: ties.map(({ pupilKey }) => pupilKey).filter((key) => !known.has(key)),
        relation: isParent ? 'parent' : 'other',
        ties,
      },
    ]
  })
}

function tiesByGuardian({ responsibles }: Register, problems: Problems) {
  const found = new Map<string, Map<string, SourceTie>>()
  for (const tie of responsibles) {
    if (tie.guardian === '' || tie.pupil === '') {
      problems.leaveOut('value-missing', whereOf(tie.part, 'person'))
      continue
    }
    const own = found.get(tie.guardian) ?? new Map()
    found.set(tie.guardian, own)
    if (!own.has(tie.pupil)) own.set(tie.pupil, asTie(tie, problems))
  }
  return found
}

/**
 * Responsible for a child is not yet custody of it, and a vårdnadshavare may have it alone or with
 * another: the standard does not say, so authority stays unknown until the school has seen it.
 */
function asTie({ pupil, part }: Tie<'pupil' | 'guardian'>, problems: Problems): SourceTie {
  const type = textOf(part, 'relationType')
  if (/^(vårdnadshavare|förälder)$/i.test(type)) {
    return { pupilKey: pupil, fields: { relation: 'parent' } }
  }
  const note = readLine(valueIn(part, 'relationType'), problems)
  const relation = /^god man$/i.test(type) ? 'legal-guardian' : 'other'
  return { pupilKey: pupil, fields: { relation, ...(note && { note }) } }
}
