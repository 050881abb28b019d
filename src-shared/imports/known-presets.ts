import { baliePresets } from '#shared/exports/balie-table.ts'
import { flemishPresets } from './known-presets-flemish.ts'
import type { ImportPreset } from './table-mapping.ts'

/** Tables of other programs; `needs` are the columns by which one is told from all others. */
export type KnownPreset = ImportPreset & { readonly needs: readonly string[] }

const dutch = { dateOrder: 'dmy', decimalComma: true } as const

/**
 * What Social Schools asks for from a MijnSchoolinfo export; standards.md 1.6 (its help page). Two
 * guardians are known by their mail address alone.
 */
const socialSchools: KnownPreset = {
  id: 'social-schools',
  name: 'MijnSchoolinfo / Social Schools',
  ...dutch,
  needs: ['Roepnaam', 'Achternaam', 'Klasnaam', 'E-mailadres ouder/verzorger 1'],
  columns: {
    Roepnaam: 'pupil.firstName',
    Tussenvoegsel: 'pupil.prefix',
    Achternaam: 'pupil.lastName',
    Geboortedatum: 'pupil.birthDate',
    Klasnaam: 'group.name',
    Leerjaar: 'pupil.yearGrade',
    'E-mailadres ouder/verzorger 1': 'guardian1.email',
    'E-mailadres ouder/verzorger 2': 'guardian2.email',
  },
}

/**
 * Lists that ParnasSys makes hold columns that the school chose; these are the labels of its screens
 * and of EDEXML. No public sample was found (standards.md 6).
 */
const parnassys: KnownPreset = {
  id: 'parnassys',
  name: 'ParnasSys',
  ...dutch,
  needs: ['Roepnaam', 'Achternaam', 'Geboortedatum', 'Groep', 'Verzorger 1 achternaam'],
  columns: {
    Leerlingnummer: 'pupil.pupilNumber',
    Roepnaam: 'pupil.firstName',
    Voornamen: 'pupil.officialNames',
    Voorletters: 'pupil.initials',
    Voorvoegsel: 'pupil.prefix',
    Achternaam: 'pupil.lastName',
    Geslacht: 'pupil.sex',
    Geboortedatum: 'pupil.birthDate',
    Geboorteplaats: 'pupil.birthPlace',
    BSN: 'pupil.nationalNumber',
    Groep: 'group.name',
    Leerjaar: 'pupil.yearGrade',
    Inschrijfdatum: 'pupil.startsOn',
    Uitschrijfdatum: 'pupil.endsOn',
    Straat: 'household1.street',
    Huisnummer: 'household1.houseNumber',
    Toevoeging: 'household1.houseNumberAddition',
    Postcode: 'household1.postcode',
    Woonplaats: 'household1.town',
    ...guardian('Verzorger 1', 'guardian1'),
    ...guardian('Verzorger 2', 'guardian2'),
  },
}

function guardian(title: string, who: 'guardian1' | 'guardian2') {
  return {
    [`${title} relatie`]: `${who}.relation`,
    [`${title} voornaam`]: `${who}.firstName`,
    [`${title} voorletters`]: `${who}.initials`,
    [`${title} voorvoegsel`]: `${who}.prefix`,
    [`${title} achternaam`]: `${who}.lastName`,
    [`${title} geslacht`]: `${who}.sex`,
    [`${title} e-mail`]: `${who}.email`,
    [`${title} mobiel`]: `${who}.mobile`,
    [`${title} telefoon`]: `${who}.phone`,
  } as const
}

/** One row a guardian, pupils as a list of numbers: Zermelo's manual, `ouders.csv`. */
const zermelo: KnownPreset = {
  id: 'zermelo',
  name: 'Zermelo (ouders)',
  ...dutch,
  needs: ['Code', 'Achternaam', 'Leerlingcodes'],
  columns: {
    Code: 'guardian1.key',
    Voornaam: 'guardian1.firstName',
    Tussenvoegsel: 'guardian1.prefix',
    Achternaam: 'guardian1.lastName',
    Email: 'guardian1.email',
    Leerlingcodes: 'pupil.key',
  },
}

/** GibbonEdu/core, resources/imports/usersBasic.yml and usersFull.yml: everybody, told apart by role. */
const gibbon: KnownPreset = {
  id: 'gibbon',
  name: 'Gibbon',
  dateOrder: 'ymd',
  decimalComma: false,
  needs: ['Surname', 'First Name', 'Preferred Name', 'Official Name', 'Primary Role'],
  columns: {
    Surname: 'pupil.lastName',
    'First Name': 'pupil.officialNames',
    'Preferred Name': 'pupil.firstName',
    'Official Name': null,
    'Primary Role': null,
    Gender: 'pupil.sex',
    'Date of Birth': 'pupil.birthDate',
    Email: 'pupil.email',
    'Student ID': 'pupil.pupilNumber',
    'Start Date': 'pupil.startsOn',
    'End Date': 'pupil.endsOn',
    'Address 1': 'household1.streetLine',
    'Address 1 District': 'household1.town',
    'Address 1 Country': 'household1.addressCountry',
    'Phone 1': 'pupil.phone',
    'First Language': 'pupil.homeLanguages',
  },
}

/** Skolverket's DNP layout of SS 12000 as CSV, and as Excel saves it again (standards.md 1.4). */
const skolverket: KnownPreset = {
  id: 'ss12000-persons',
  name: 'SS 12000 (persons)',
  dateOrder: 'ymd',
  decimalComma: true,
  needs: ['PersonId', 'GivenName', 'FamilyName', 'CivicNo'],
  columns: {
    PersonId: 'pupil.key',
    GivenName: 'pupil.firstName',
    FamilyName: 'pupil.lastName',
    CivicNo: 'pupil.nationalNumber',
    BirthDate: 'pupil.birthDate',
    Sex: 'pupil.sex',
    StudentEmail: 'pupil.email',
    StaffEmail: null,
  },
}

/** OfficeDev/O365-EDU-Tools, CSV Samples, UK format; standards.md 1.3. Its days are American. */
const schoolDataSync: KnownPreset = {
  id: 'microsoft-sds-uk',
  name: 'Microsoft SDS (UK), Student.csv',
  dateOrder: 'mdy',
  decimalComma: false,
  needs: ['ID', 'School DfE Number', 'First Name', 'Last Name', 'Grade'],
  columns: {
    ID: 'pupil.key',
    'School DfE Number': null,
    'First Name': 'pupil.firstName',
    'Last Name': 'pupil.lastName',
    'Secondary Email': 'pupil.email',
    'Student Number': 'pupil.pupilNumber',
    Grade: 'pupil.yearGrade',
    Birthdate: 'pupil.birthDate',
  },
}

export const knownPresets: readonly KnownPreset[] = [
  ...baliePresets,
  socialSchools,
  parnassys,
  ...flemishPresets,
  zermelo,
  gibbon,
  skolverket,
  schoolDataSync,
]
