import { bosnian, finnish, iranian, somali, swedish } from '../names/swedish-names.ts'
import { polish, syrian } from '../names/world-names.ts'
import type { CountryProfile } from './country-profile.ts'
import { testPersonnummer } from './safe-numbers.ts'
import { swedishMedicals } from './swedish-medicals.ts'

// Three of the fixed ranges that PTS keeps for books and films, each of a hundred numbers.
const fixedRanges = ['+46313900600', '+46406280400', '+46846500400']

export const sweden: CountryProfile = {
  school: {
    name: 'Strömskolan (övningsskola)',
    place: 'Norrköping',
    registrationNumber: '99999999',
    street: 'Strömsgatan 12',
    postcode: '602 23',
    confidentialityLine: 'Konfidentiellt – förstörs efter användning',
  },
  classes: [
    { name: 'FA', grades: ['F'], size: 22 },
    { name: 'FB', grades: ['F'], size: 22 },
    { name: '1A', grades: ['1'], size: 20 },
    { name: '1B', grades: ['1'], size: 20 },
    { name: '2A', grades: ['2'], size: 21 },
    { name: '2B', grades: ['2'], size: 20 },
    { name: '3A', grades: ['3'], size: 20 },
    { name: '3B', grades: ['3'], size: 20 },
    { name: '4A', grades: ['4'], size: 24 },
    { name: '4B', grades: ['4'], size: 23 },
    { name: '5A', grades: ['5'], size: 18 },
    { name: '5/6B', grades: ['5', '6'], size: 13 },
    { name: '6A', grades: ['6'], size: 17 },
  ],
  grades: ['F', '1', '2', '3', '4', '5', '6'],
  gradesOfSet: { name: 'Matteverkstad', grades: ['4', '5', '6'] },
  yearStartsOn: '07-01',
  yearName: (year) => `${year}/${year + 1}`,
  lowestGradeBornFrom: { yearsBefore: 6, day: '01-01' },
  minimumAgeInDays: 0,
  people: [
    [swedish, 66],
    [syrian, 10],
    [somali, 6],
    [bosnian, 5],
    [finnish, 5],
    [polish, 4],
    [iranian, 4],
  ],
  officeStaff: { principal: ['Gunilla', null, 'Sandahl'], ict: ['Amir', null, 'Karimi'] },
  streets: `Strömsgatan, Kungsgatan, Trädgårdsgatan, Skolgatan, Södra Promenaden, Bråddgatan,
    Hospitalsgatan, Vattengränden, Lindövägen, Albrektsvägen, Björkgatan, Ljuragatan, Gamla Övägen,
    Idrottsgatan, Nelinsgatan, Hagagatan, Smedjegatan, Norra Kungsgatan, Källvindsgatan,
    Sankt Persgatan`
    .split(',')
    .map((street) => street.trim()),
  towns: [
    { name: 'Norrköping', postcodes: ['602', '603'] },
    { name: 'Norrköping', postcodes: ['602', '603'] },
    { name: 'Norrköping', postcodes: ['602', '603'] },
    { name: 'Åby', postcodes: ['616'] },
    { name: 'Skärblacka', postcodes: ['617'] },
    { name: 'Krokek', postcodes: ['618'] },
  ],
  addressCountry: 'SE',
  postcode: (prefix, random) => `${prefix} ${random.between(20, 79)}`,
  additions: ['A', 'B', 'C', 'lgh 1001', 'lgh 1203'],
  homeLanguage: 'sv',
  nationality: 'Svensk',
  // Ninety-five mobile numbers are kept for fiction, so a larger school meets them more than once.
  mobile: (n) => `+46701740${605 + (n % 95)}`,
  landline: (n) => {
    const range = fixedRanges[Math.floor(n / 100) % fixedRanges.length] ?? ''
    return range.slice(0, -2) + String(n % 100).padStart(2, '0')
  },
  nationalNumber: {
    kind: 'personnummer',
    make: (_nth, birthDate, sex) => testPersonnummer(birthDate, sex),
  },
  words: {
    everyOtherWeek: 'varannan vecka, byte på fredag',
    weekends: 'varannan helg',
    soleAuthorityDocument: 'Dom Norrköpings tingsrätt, ensam vårdnad',
    noContactDocument: 'Beslut om kontaktförbud',
    noContactNote: 'Lämna inga uppgifter, får inte hämta. Vid besök: ring rektor, vid behov 112.',
    guardianshipDocument: 'Förordnande, särskilt förordnad vårdnadshavare',
    fosterDocument: 'Placeringsbeslut socialnämnden',
    guardianOrganisation: 'Socialtjänsten (övning)',
    forwardingAddress: 'Förmedlingsuppdrag (övning), Box 100, 602 21 Norrköping',
    agreements: [
      'Adress och telefon får aldrig stå på listor. Post går via förmedling.',
      'I skolan och på alla listor används namnet här. Inga foton, inte heller internt.',
      'Bara rektor och Heidi känner till bakgrunden. Hänvisa alltid frågor till rektor.',
    ],
    grandmother: 'mormor',
    grandfather: 'farfar',
    neighbour: 'granne',
    aunt: 'moster',
    babysitter: 'barnvakt',
    neverCollect: 'får inte hämta barnet',
    doctors: [
      'Vårdcentralen Strömmen',
      'Vårdcentralen Eken',
      'Vårdcentralen Berget',
      'Barnläkarna i Åby',
    ],
    dentist: 'Folktandvården Ängen',
    afterSchoolCares: ['Fritidshemmet Kastanjen', 'Fritidshemmet Forsen'],
    otherSchools: ['Granskolan', 'Bäckskolan', 'Solskolan'],
    nextSchools: ['Forsskolan 7–9', 'Hamnskolan', 'Rosenskolan'],
    moved: 'flyttat',
    finished: 'till högstadiet',
    lockReason: 'Telefonen stulen; väntar på nytt nummer',
    consentNote: 'lämnat per telefon',
    pupilNotes: [
      'Kommer lite senare på tisdagar på grund av logoped.',
      'Hämtas alltid av farfar på onsdagar.',
      'Läser gärna för de yngre barnen.',
    ],
    guardianNote: 'Ring helst efter 15.30, arbetar skift.',
  },
  medicals: swedishMedicals,
}
