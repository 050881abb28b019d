import { streetLine } from '#shared/families/household.ts'
import { isMemberOn, runningYear } from '#shared/groups/group.ts'
import { hidesAddress, hidesName, shownName, shownSortName } from '#shared/pupils/mask.ts'
import { displayName, sortName } from '#shared/pupils/person-name.ts'
import { statusOn } from '#shared/pupils/pupil.ts'
import type { Context } from '../platform/database.ts'
import { createEntry, type Entry, phoneField, textField } from './search-entry.ts'
import type { SearchRows } from './search-rows.ts'

type When = Pick<Context, 'today' | 'country'>

/** Everything that can be found, made anew for one id when something about it changed. */
export function createEntries(rows: SearchRows, { today, country }: When) {
  const year = runningYear([...rows.schoolYears.all()], today)

  const phonesOf = (owner: string) =>
    rows.phones.of(owner).map(({ number }) => phoneField(number, country))

  function addressOf(householdId: string | null) {
    const household = householdId ? rows.households.get(householdId) : undefined
    if (!household) return []
    const place = [household.postcode, household.town].filter(Boolean).join(' ')
    return [textField('address', streetLine(household)), textField('address', place)]
  }

  function childrenOf(links: readonly { readonly pupilId: string }[]) {
    const children = links.map(({ pupilId }) => rows.pupils.get(pupilId))
    return children.filter((pupil) => pupil !== undefined)
  }

  /** `4A`: the classes of this school year that the pupil is in today. */
  function classesOf(pupilId: string) {
    return rows.memberships
      .of(pupilId)
      .filter((membership) => isMemberOn(today, membership))
      .map(({ groupId }) => rows.groups.get(groupId))
      .filter((group) => group !== undefined)
      .filter((group) => group.kind === 'class' && (!year || group.schoolYearId === year.id))
      .map(({ name }) => name)
      .sort()
      .join(', ')
  }

  function pupilEntry(id: string): Entry | null {
    const pupil = rows.pupils.get(id)
    if (!pupil) return null
    const name = shownName(pupil)
    return createEntry({
      kind: 'pupil',
      id,
      title: name,
      sortName: shownSortName(pupil, country),
      status: statusOn(today, rows.enrolments.of(id)),
      pupilIds: [id],
      nationalNumber: hidesName(pupil) ? null : pupil.nationalNumber,
      fields: [
        textField('name', name),
        hidesName(pupil) ? null : textField('name', pupil.officialNames),
        textField('number', pupil.pupilNumber),
        textField('group', classesOf(id)),
        ...(hidesAddress(pupil) ? [] : reachOf(id, pupil.email)),
      ],
    })
  }

  function reachOf(pupilId: string, email: string | null) {
    const parents = rows.guardianLinks
      .of(pupilId)
      .map(({ guardianId }) => rows.guardians.get(guardianId))
      .filter((guardian) => guardian !== undefined)
    const homes = rows.residences.of(pupilId).map(({ householdId }) => householdId)
    return [
      ...parents.map((guardian) => textField('guardian', displayName(guardian))),
      ...[pupilId, ...homes, ...parents.map(({ id }) => id)].flatMap(phonesOf),
      textField('email', email),
      ...homes.flatMap(addressOf),
    ]
  }

  /** A guardian of a protected child leads to it: found by name only, and only for its other children. */
  function guardianEntry(id: string): Entry | null {
    const guardian = rows.guardians.get(id)
    const links = rows.guardianLinks.of(id)
    const children = childrenOf(links)
    const open = children.filter((pupil) => !hidesAddress(pupil))
    if (!guardian || open.length === 0) return null
    const isReachable = open.length === children.length
    const name = displayName(guardian)
    return createEntry({
      kind: 'guardian',
      id,
      title: name,
      sortName: sortName(guardian, country),
      relation: links[0]?.relation ?? null,
      pupilIds: open.map((pupil) => pupil.id),
      fields: [
        textField('name', name),
        ...(isReachable
          ? [
              ...phonesOf(id),
              textField('email', guardian.email),
              ...addressOf(guardian.householdId),
            ]
          : []),
      ],
    })
  }

  function contactEntry(id: string): Entry | null {
    const contact = rows.contacts.get(id)
    const children = childrenOf(rows.contactLinks.of(id))
    const open = children.filter((pupil) => !hidesAddress(pupil))
    if (!contact || open.length === 0) return null
    const isReachable = open.length === children.length
    return createEntry({
      kind: 'contact',
      id,
      title: contact.name,
      sortName: contact.name,
      relation: contact.kind,
      pupilIds: open.map((pupil) => pupil.id),
      fields: [
        textField('name', contact.name),
        textField('name', contact.organisation),
        ...(isReachable
          ? [
              ...phonesOf(id),
              textField('email', contact.email),
              textField('address', contact.address),
            ]
          : []),
      ],
    })
  }

  function groupEntry(id: string): Entry | null {
    const group = rows.groups.get(id)
    if (!group) return null
    const { name } = group
    return createEntry({
      kind: 'group',
      id,
      title: name,
      sortName: name,
      fields: [textField('name', name)],
    })
  }

  function staffEntry(id: string): Entry | null {
    const person = rows.staff.get(id)
    if (!person?.isActive) return null
    const name = displayName(person)
    return createEntry({
      kind: 'staff',
      id,
      title: name,
      sortName: sortName(person, country),
      fields: [textField('name', name)],
    })
  }

  const makers = [pupilEntry, guardianEntry, contactEntry, groupEntry, staffEntry]

  return {
    classesOf,
    make(id: string): Entry | null {
      for (const make of makers) {
        const entry = make(id)
        if (entry) return entry
      }
      return null
    },
    /** Ids of all that may have an entry. */
    *ids() {
      const shelves = [rows.pupils, rows.guardians, rows.contacts, rows.groups, rows.staff]
      for (const shelf of shelves) for (const { id } of shelf.all()) yield id
    },
    /** What else says something that a change of `id` alters. */
    *near(id: string) {
      yield id
      for (const { guardianId, pupilId } of rows.guardianLinks.of(id)) yield* [guardianId, pupilId]
      for (const { contactId, pupilId } of rows.contactLinks.of(id)) yield* [contactId, pupilId]
      for (const { pupilId } of rows.residences.of(id)) yield pupilId
      for (const { pupilId } of rows.memberships.of(id)) yield pupilId
      for (const guardian of rows.guardians.of(id)) {
        yield guardian.id
        for (const { pupilId } of rows.guardianLinks.of(guardian.id)) yield pupilId
      }
    },
  }
}
