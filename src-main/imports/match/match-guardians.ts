import type { Guardian } from '#shared/families/guardian.ts'
import type { SourceGuardian } from '#shared/imports/import-source.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { type Match, ownersOf, type Planning } from '../plan/planning.ts'
import type { Kin } from './guardian-kin.ts'
import { clashes } from './key-source.ts'
import { isSomebodyElse, nameKey } from './same-person.ts'
import { gather } from './school-snapshot.ts'

/**
 * Whom each guardian is: by key; by the same name with the same mail address, phone or child. The
 * same name without any of these is common among parents, and so is one address for a family: both
 * are doubtful.
 */
export function createGuardianMatcher(planning: Planning): (kin: Kin) => Match {
  const { school } = planning
  const all = [...school.guardians.values()]
  const byName = gather(all, nameKey)
  const byEmail = gather(all, ({ email }) => email?.toLowerCase() ?? '')

  return match

  function match(kin: Kin): Match {
    const { record } = kin
    const byKey = ownersOf(planning, 'guardians', record.keys).flatMap(
      (id) => school.guardians.get(id) ?? [],
    )
    const [owner, another] = byKey
    if (owner && (another || isSomebodyElse(record, owner))) return doubtful(byKey, 'key')
    if (owner) return { kind: 'known', id: owner.id }

    const nameless = findNameless(kin)
    if (nameless) return { kind: 'known', id: nameless.id }
    const sameName = (byName.get(nameKey(record)) ?? []).filter((each) => isFree(record, each))
    const proven = sameName.filter((each) => sharesSomething(each, kin))
    const [only, second] = proven
    if (only && !second) return { kind: 'known', id: only.id }
    if (second) return doubtful(proven, 'same-name')
    if (sameName.length > 0 && record.firstName && record.lastName)
      return doubtful(sameName, 'same-name')
    const sameEmail = (byEmail.get(record.email?.toLowerCase() ?? '-') ?? []).filter(
      (each) =>
        isFree(record, each) &&
        !isSomebodyElse(record, each) &&
        each.firstName === record.firstName,
    )
    return sameEmail.length > 0 ? doubtful(sameEmail, 'same-email') : { kind: 'new' }
  }

  function isFree({ keys }: SourceGuardian, { id }: Guardian) {
    return !clashes(keys, school.keysOf(id))
  }

  /** One of the two has no name yet: a mail address and a child that they share are theirs alone. */
  function findNameless(kin: Kin): Guardian | null {
    const { record, pupilIds } = kin
    const reached = (byEmail.get(record.email?.toLowerCase() ?? '-') ?? []).filter((each) => {
      const links = school.linksByGuardian.get(each.id) ?? []
      const isTied = links.some(({ pupilId }) => pupilIds.includes(pupilId))
      return (isNameless(record) || isNameless(each)) && isTied && isFree(record, each)
    })
    const [only, second] = reached
    return only && !second ? only : null
  }

  function sharesSomething(guardian: Guardian, { record, pupilIds }: Kin) {
    if (record.email && guardian.email?.toLowerCase() === record.email.toLowerCase()) return true
    const links = school.linksByGuardian.get(guardian.id) ?? []
    if (links.some(({ pupilId }) => pupilIds.includes(pupilId))) return true
    const known = school.phonesByOwner.get(guardian.id) ?? []
    const said = new Set(record.phones.map(({ number }) => planning.readPhone(number).number))
    return known.some(({ number }) => said.has(number))
  }
}

const isNameless = ({ firstName, lastName }: Pick<Guardian, 'firstName' | 'lastName'>) =>
  firstName === '' && lastName === ''

const doubtful = (people: readonly Guardian[], because: string): Match => ({
  kind: 'doubtful',
  candidates: people.slice(0, 8).map((each) => ({ id: each.id, name: displayName(each), because })),
})
