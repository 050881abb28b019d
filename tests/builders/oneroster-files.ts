const firstNames = [
  'Noor',
  'Milan',
  'Saar',
  'Yusuf',
  'Åsa',
  'Zoë',
  'Finn',
  'Fatima',
  'Björn',
  'Lotte',
]
const lastNames = [
  'de Boer',
  'Jansen',
  'Öberg',
  'van den Berg',
  'Yılmaz',
  'Maes',
  'Visser',
  'El Amrani',
]

const pick = (list: readonly string[], n: number) => list[n % list.length] ?? ''

const table = (header: string, rows: readonly string[]) => `${[header, ...rows].join('\r\n')}\r\n`

/** A school's export as OneRoster 1.2 bulk files: every pupil has two guardians of their own. */
export function oneRosterFiles(pupilCount: number): ReadonlyMap<string, string> {
  const numbers = Array.from({ length: pupilCount }, (_, n) => n)
  const classCount = Math.max(1, Math.ceil(pupilCount / 25))
  const classes = Array.from({ length: classCount }, (_, n) => n)
  const kinds = [
    'academicSessions',
    'orgs',
    'courses',
    'classes',
    'users',
    'roles',
    'enrollments',
    'demographics',
  ]
  const absent = [
    'categories',
    'classResources',
    'courseResources',
    'lineItems',
    'lineItemLearningObjectiveIds',
    'lineItemScoreScales',
    'resources',
    'results',
    'resultLearningObjectiveIds',
    'resultScoreScales',
    'scoreScales',
    'userProfiles',
    'userResources',
  ]
  const manifest = [
    'manifest.version,1.0',
    'oneroster.version,1.2',
    ...kinds.map((kind) => `file.${kind},bulk`),
    ...absent.map((kind) => `file.${kind},absent`),
  ]

  return new Map([
    ['manifest.csv', table('propertyName,value', manifest)],
    [
      'academicSessions.csv',
      table(
        'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear',
        ['y,,,2026-2027,schoolYear,2026-08-01,2027-07-31,,2027'],
      ),
    ],
    [
      'orgs.csv',
      table('sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId', [
        'o,,,De Mijlpaal,school,,',
      ]),
    ],
    [
      'courses.csv',
      table(
        'sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes',
        ['c,,,y,Klas,,,o,,'],
      ),
    ],
    [
      'classes.csv',
      table(
        'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
        classes.map(
          (n) =>
            `k${n},,,${(n % 8) + 1}${String.fromCharCode(65 + (Math.floor(n / 8) % 26))}${Math.floor(n / 208) || ''},${(n % 8) + 1},c,,homeroom,,o,y,,,`,
        ),
      ),
    ],
    [
      'users.csv',
      table(
        'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns',
        numbers.flatMap((n) => [
          `p${n},,,true,p${n},,${pick(firstNames, n)},${pick(lastNames, n * 7)} ${n},,,,,,"g${n}a,g${n}b",${(n % 8) + 1},,,,,,o,`,
          `g${n}a,,,true,g${n}a,,${pick(firstNames, n + 3)},${pick(lastNames, n * 7)} ${n},,,g${n}a@example.org,,06-12345${String(n % 1000).padStart(3, '0')},p${n},,,,,,,o,`,
          `g${n}b,,,true,g${n}b,,${pick(firstNames, n + 5)},${pick(lastNames, n * 3)} ${n},,,g${n}b@example.org,,06-23456${String(n % 1000).padStart(3, '0')},p${n},,,,,,,o,`,
        ]),
      ),
    ],
    [
      'roles.csv',
      table(
        'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId',
        numbers.flatMap((n) => [
          `rp${n},,,p${n},primary,student,,,o,`,
          `ra${n},,,g${n}a,primary,parent,,,o,`,
          `rb${n},,,g${n}b,primary,parent,,,o,`,
        ]),
      ),
    ],
    [
      'enrollments.csv',
      table(
        'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
        numbers.map((n) => `e${n},,,k${n % classCount},o,p${n},student,,,`),
      ),
    ],
    [
      'demographics.csv',
      table(
        'sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus',
        numbers.map(
          (n) =>
            `p${n},,,${2015 + (n % 8)}-0${(n % 9) + 1}-1${n % 9},${n % 2 ? 'female' : 'male'},,,,,,,,,,,`,
        ),
      ),
    ],
  ])
}
