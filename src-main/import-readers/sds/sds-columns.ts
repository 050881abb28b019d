/** The tables that are read, whichever version they come from. */
export type SdsTable =
  | 'schools'
  | 'sections'
  | 'pupils'
  | 'staff'
  | 'users'
  | 'roles'
  | 'placings'
  | 'teaching'
  | 'sessions'
  | 'details'
  | 'guardians'
  | 'ties'

export type SdsFile = {
  readonly table: SdsTable
  /** Our word for each column that is read; several columns may be one thing. */
  readonly columns: ReadonlyMap<string, string>
  readonly required: readonly string[]
  /** Secrets and what a school office may not keep: told when it is there. */
  readonly secret: ReadonlySet<string>
  /** Known, and left out without a word. */
  readonly quiet: ReadonlySet<string>
}

type Layout = {
  readonly table: SdsTable
  /** `Column=word`, a star in front when it is needed. */
  readonly read: string
  readonly secret?: string
  readonly quiet?: string
}

const account = '*Username=username|First Name=given|Last Name=family|Middle Name=middle'

/** Version 1, whose columns have spaces; the British form calls an `SIS ID` an `ID`. */
const first: Readonly<Record<string, Layout>> = {
  school: {
    table: 'schools',
    read: '*SIS ID=id|*DfE Number=id|Name=name|School Number=number',
    quiet: `School NCES_ID|State ID|Grade Low|Grade High|Principal SIS ID|Principal Name
      |Principal Secondary Email|Address|City|State|Country|Zip|Postal Code|Phone|Zone`,
  },
  section: {
    table: 'sections',
    read: `*SIS ID=id|*ID=id|School SIS ID=school|School DfE Number=school|Section Name=name
      |Term StartDate=from|Term EndDate=until|Status=status`,
    quiet: `Section Number|Term SIS ID|Term Name|Course SIS ID|Course Name|Course Number
      |Course Description|Course Subject|Periods`,
  },
  student: {
    table: 'pupils',
    read: `*SIS ID=id|*ID=id|School SIS ID=school|School DfE Number=school|${account}
      |Secondary Email=email|Student Number=number|UPN=number|Grade=grade|Status=status
      |Birthdate=birthDate|Phone=phone|Mobile=sms`,
    secret: 'Password|Ethnicity|Race',
    quiet: 'State ID|Graduation Year|Mailing Address|Residence Address|Mailing City|Mailing Zip',
  },
  teacher: {
    table: 'staff',
    read: `*SIS ID=id|*ID=id|School SIS ID=school|School DfE Number=school|${account}
      |Secondary Email=email|Status=status`,
    secret: 'Password',
    quiet: 'State ID|Teacher Number|Title|Qualification|Grade',
  },
  studentenrollment: {
    table: 'placings',
    read: '*Section SIS ID=section|*Section ID=section|*SIS ID=person|*ID=person',
  },
  teacherroster: {
    table: 'teaching',
    read: '*Section SIS ID=section|*Section ID=section|*SIS ID=person|*ID=person',
  },
  user: {
    table: 'guardians',
    read: '*Email=email|First Name=given|Last Name=family|Phone=phone|SIS ID=id|ID=id',
  },
  guardianrelationship: {
    table: 'ties',
    read: '*SIS ID=pupil|*ID=pupil|*Email=guardian|Role=role',
  },
}

/** Versions 2 and 2.1, whose names are those of OneRoster; 2 has the role with the user. */
const second: Readonly<Record<string, Layout>> = {
  orgs: { table: 'schools', read: '*sourcedId=id|name=name|type=type', quiet: 'parentSourcedId' },
  users: {
    table: 'users',
    read: `*sourcedId=id|*username=username|givenName=given|familyName=family|middleName=middle
      |orgSourcedIds=school|role=role|grade=grade|email=email|phone=phone|sms=sms`,
    secret: 'password',
    quiet: 'activeDirectoryMatchId|userNumber',
  },
  roles: {
    table: 'roles',
    read: `*userSourcedId=person|*role=role|orgSourcedId=school|grade=grade|roleStartDate=from
      |roleEndDate=until`,
    quiet: 'sessionSourcedId|isPrimary',
  },
  classes: {
    table: 'sections',
    read: '*sourcedId=id|title=name|orgSourcedId=school|sessionSourcedIds=sessions',
    quiet: 'courseSourcedId|code',
  },
  enrollments: {
    table: 'placings',
    read: '*classSourcedId=section|*userSourcedId=person|*role=role',
  },
  academicsessions: {
    table: 'sessions',
    read: '*sourcedId=id|startDate=from|endDate=until|schoolYear=year',
    quiet: 'title|type',
  },
  demographics: {
    table: 'details',
    read: '*userSourcedId=id|birthDate=birthDate|sex=sex|birthCity=birthPlace',
    secret: 'ethnicityCodes|raceCodes|birthState|birthCountry',
  },
  relationships: {
    table: 'ties',
    read: `*userSourcedId=pupil|*relationshipUserSourcedId=guardian|relationshipRole=role`,
  },
}

const listOf = (words = '') =>
  words
    .split('|')
    .map((word) => word.trim())
    .filter(Boolean)

function asFiles(layouts: Readonly<Record<string, Layout>>): ReadonlyMap<string, SdsFile> {
  return new Map(
    Object.entries(layouts).map(([name, { table, read, secret, quiet }]) => {
      const pairs = listOf(read).map((word) => word.replace('*', '').split('='))
      const required = listOf(read).flatMap((word) =>
        word.startsWith('*') ? [word.slice(word.indexOf('=') + 1)] : [],
      )
      const file: SdsFile = {
        table,
        columns: new Map(pairs.map(([column = '', word = '']) => [column, word])),
        required: [...new Set(required)],
        secret: new Set(listOf(secret)),
        quiet: new Set(listOf(quiet)),
      }
      return [name, file]
    }),
  )
}

export const filesOfFirst = asFiles(first)
export const filesOfSecond = asFiles(second)

/** Part of the format, and nothing that a school office keeps; flags are about health and income. */
export const unusedFiles: ReadonlySet<string> = new Set(['courses', 'userflags'])
