import { type BalieColumn, balieColumns, columnName } from '#shared/exports/balie-table.ts'
import {
  authorityWord,
  protectionWord,
  relationWord,
  sexWord,
} from '#shared/exports/table-words.ts'
import type {
  ExportedGuardian,
  ExportedHousehold,
  ExportedPhone,
  ExportedPupil,
  ExportedSchool,
  ExportedTie,
} from '../exported-school.ts'

/** One row per pupil: every cell is text, in the order of `header`. */
export type SchoolTable = {
  readonly header: readonly string[]
  readonly rowOf: (pupil: ExportedPupil) => readonly string[]
}

type Cells = Partial<Record<BalieColumn, string | null>>

/**
 * The school as one flat table, in the words of its own language: two guardians and two homes per
 * pupil. The column of national numbers is there only when there are any, so that its head alone
 * promises nothing.
 */
export function schoolTable(school: ExportedSchool): SchoolTable {
  const { language } = school.school
  const hasNumbers = school.pupils.some(({ fields }) => fields.nationalNumber)
  const columns = balieColumns.filter((column) => hasNumbers || column !== 'pupil.nationalNumber')
  const cellsOf = cellReader(school)
  return {
    header: columns.map((column) => columnName(column, language)),
    rowOf(pupil) {
      const cells = cellsOf(pupil)
      return columns.map((column) => cells[column] ?? '')
    },
  }
}

function cellReader(school: ExportedSchool) {
  const { language } = school.school
  const groups = new Map(school.groups.map((group) => [group.id, group.fields]))
  const guardians = new Map(school.guardians.map((guardian) => [guardian.id, guardian]))
  const households = new Map(school.households.map((household) => [household.id, household]))

  function personCells({ id, fields, protectionLevel, phones, enrolments }: ExportedPupil): Cells {
    const stay = enrolments.at(-1)
    return {
      'pupil.key': id,
      'pupil.pupilNumber': fields.pupilNumber,
      'pupil.firstName': fields.firstName,
      'pupil.prefix': fields.prefix,
      'pupil.lastName': fields.lastName,
      'pupil.initials': fields.initials,
      'pupil.officialNames': fields.officialNames,
      'pupil.sex': sexWord(fields.sex, language),
      'pupil.birthDate': fields.birthDate,
      'pupil.birthPlace': fields.birthPlace,
      'pupil.nationality': fields.nationality,
      'pupil.homeLanguages': fields.homeLanguages.join(', '),
      'pupil.nationalNumber': fields.nationalNumber,
      'pupil.yearGrade': fields.yearGrade,
      'pupil.startsOn': stay?.startsOn ?? null,
      'pupil.endsOn': stay?.endsOn ?? null,
      'pupil.email': fields.email,
      'pupil.mobile': mobileOf(phones),
      'pupil.phone': otherPhoneOf(phones),
      'pupil.protection': protectionWord(protectionLevel, language),
      'pupil.note': fields.note,
    }
  }

  return (pupil: ExportedPupil): Cells => {
    const classId = pupil.memberships.find(({ groupId }) => groups.get(groupId)?.kind === 'class')
    const [first, second] = pupil.guardians
    const [main, other] = pupil.residences
    return {
      ...personCells(pupil),
      'group.name': classId ? (groups.get(classId.groupId)?.name ?? null) : null,
      'school.year': classId ? (school.year?.name ?? null) : null,
      ...guardianCells('guardian1', first && guardians.get(first.guardianId), first),
      ...guardianCells('guardian2', second && guardians.get(second.guardianId), second),
      ...homeCells('household1', main && households.get(main.householdId)),
      ...homeCells('household2', other && households.get(other.householdId)),
    }
  }

  function guardianCells(
    which: 'guardian1' | 'guardian2',
    guardian: ExportedGuardian | undefined,
    tie: ExportedTie | undefined,
  ): Cells {
    if (!guardian || !tie) return {}
    const { id, fields, phones } = guardian
    return {
      [`${which}.key`]: id,
      [`${which}.firstName`]: fields.firstName,
      [`${which}.initials`]: fields.initials,
      [`${which}.prefix`]: fields.prefix,
      [`${which}.lastName`]: fields.lastName,
      [`${which}.sex`]: sexWord(fields.sex, language),
      [`${which}.relation`]: relationWord(tie.relation, language),
      [`${which}.authority`]: authorityWord(tie.authority, language),
      [`${which}.email`]: fields.email,
      [`${which}.mobile`]: mobileOf(phones),
      [`${which}.phone`]: otherPhoneOf(phones),
      [`${which}.language`]: fields.language,
    }
  }
}

function homeCells(
  which: 'household1' | 'household2',
  household: ExportedHousehold | undefined,
): Cells {
  if (!household) return {}
  const { street, houseNumber, houseNumberAddition, postcode, town, addressCountry } =
    household.fields
  return {
    [`${which}.street`]: street,
    [`${which}.houseNumber`]: houseNumber,
    [`${which}.houseNumberAddition`]: houseNumberAddition,
    [`${which}.postcode`]: postcode,
    [`${which}.town`]: town,
    [`${which}.addressCountry`]: addressCountry,
  }
}

const mobileOf = (phones: readonly ExportedPhone[]) =>
  phones.find(({ kind }) => kind === 'mobile')?.number ?? null

/** The one at home, else whichever there is: a number at work is better than none. */
const otherPhoneOf = (phones: readonly ExportedPhone[]) =>
  (phones.find(({ kind }) => kind === 'home') ?? phones.find(({ kind }) => kind !== 'mobile'))
    ?.number ?? null
