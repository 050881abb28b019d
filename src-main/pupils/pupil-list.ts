import { streetLine } from '#shared/families/household.ts'
import { maskOf } from '#shared/pupils/mask.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { dayOfStatus, type PupilId, type PupilStatus, statusOn } from '#shared/pupils/pupil.ts'
import type { PupilRow } from '#shared/pupils/pupils-contract.ts'
import { missingFields } from '#shared/pupils/required-fields.ts'
import { haystackOf } from '#shared/search/haystack.ts'
import { whoIsVisible } from '../groups/groups-table.ts'
import type { Context, ReadDb } from '../platform/database.ts'
import { classNames } from './groups-on.ts'
import type { ListedGuardian, ListedPupil, NamedPupil, PupilRecords } from './pupil-records.ts'

/** Every pupil the caller may see, as far as the caller may see them, in the country's order. */
export function listPupils(db: ReadDb, records: PupilRecords, caller: Context): PupilRow[] {
  const isVisible = whoIsVisible(db, caller)
  const rows: PupilRow[] = []
  for (const named of records.pupils) {
    if (isVisible(named.pupil.id)) rows.push(rowOf(named, records, caller))
  }
  return rows
}

/** One line of the list, built of what the mask lets through, so that nothing else can be in it. */
export function rowOf(
  { pupil, name, sortName }: NamedPupil,
  records: PupilRecords,
  caller: Context,
): PupilRow {
  const { id } = pupil
  const mask = maskOf(caller, pupil)
  const inGroups = records.groups.get(id) ?? []
  const groupName = classNames(inGroups)
  const stays = records.enrolments.get(id) ?? []
  const status = statusOn(caller.today, stays)
  const reach = mask.address ? unreachable : reachOf(id, records)
  const officialNames = mask.name ? null : pupil.officialNames
  return {
    id,
    name,
    sortName,
    groupIds: inGroups.map((group) => group.id),
    groupName,
    birthDate: pupil.birthDate,
    sex: pupil.sex,
    address: reach.address,
    town: reach.town,
    phone: reach.phone,
    status,
    statusOn: dayOfStatus(status, caller.today, stays),
    isProtected: pupil.protectionLevel > 0,
    hasMedicalAlert: records.withAlert.has(id),
    missingCount: missingCount(pupil, status, records),
    haystack: haystackOf(
      [name, officialNames, pupil.pupilNumber, groupName, ...reach.texts],
      reach.digits,
    ),
  }
}

type Reach = Pick<PupilRow, 'address' | 'town' | 'phone'> & {
  readonly digits: readonly string[]
  readonly texts: readonly (string | null)[]
}

const unreachable: Reach = { address: null, town: null, phone: null, digits: [], texts: [] }

function reachOf(id: PupilId, { homes, guardians, phones }: PupilRecords): Reach {
  const digits: string[] = []
  const texts: (string | null)[] = []
  let phone: string | null = null
  const addNumbers = (owner: string) => {
    for (const each of phones.get(owner) ?? []) {
      phone ??= each.number
      digits.push(each.digits)
    }
  }
  for (const guardian of guardians.get(id) ?? []) {
    texts.push(displayName(guardian))
    if (!guardian.noContact) addNumbers(guardian.guardianId)
  }
  const allHomes = homes.get(id) ?? []
  for (const home of allHomes) {
    texts.push(streetLine(home), home.postcode, home.town)
    addNumbers(home.householdId)
  }
  addNumbers(id)
  const main = allHomes.find(({ isMain }) => isMain) ?? allHomes[0]
  return { address: main ? streetLine(main) : null, town: main?.town ?? null, phone, digits, texts }
}

function missingCount(
  pupil: ListedPupil,
  status: PupilStatus,
  { inClass, homes, guardians, phones }: PupilRecords,
) {
  const known = (guardian: ListedGuardian) => ({
    link: guardian,
    phones: phones.get(guardian.guardianId) ?? [],
  })
  return missingFields({
    pupil,
    status,
    isInClass: inClass.has(pupil.id),
    households: (homes.get(pupil.id) ?? []).map((household) => ({ household })),
    guardians: (guardians.get(pupil.id) ?? []).map(known),
  }).length
}
