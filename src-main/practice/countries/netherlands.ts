import { dutch, surinamese } from '../names/dutch-names.ts'
import { moroccan, polish, syrian, turkish } from '../names/world-names.ts'
import type { CountryProfile } from './country-profile.ts'
import { dutchMedicals } from './dutch-medicals.ts'
import { scattered, testBsns } from './safe-numbers.ts'

// The post never uses SA, SD and SS.
const postcodeLetters = ['AA', 'AB', 'BC', 'CD', 'EG', 'GH', 'HJ', 'KL', 'MN', 'PR', 'TV', 'WX']

export const netherlands: CountryProfile = {
  school: {
    name: 'Basisschool De Linde (oefenschool)',
    place: 'Leerdam',
    registrationNumber: '99XX00',
    street: 'Lindelaan 12',
    postcode: '4141 AB',
    confidentialityLine: 'Vertrouwelijk – na gebruik vernietigen',
  },
  classes: [
    { name: '1/2A', grades: ['1', '2'], size: 23 },
    { name: '1/2B', grades: ['1', '2'], size: 22 },
    { name: '3A', grades: ['3'], size: 24 },
    { name: '4A', grades: ['4'], size: 23 },
    { name: '4/5B', grades: ['4', '5'], size: 21 },
    { name: '5A', grades: ['5'], size: 22 },
    { name: '6A', grades: ['6'], size: 24 },
    { name: '7A', grades: ['7'], size: 21 },
    { name: '7/8B', grades: ['7', '8'], size: 20 },
    { name: '8A', grades: ['8'], size: 21 },
  ],
  grades: ['1', '2', '3', '4', '5', '6', '7', '8'],
  gradesOfSet: { name: 'Plusgroep', grades: ['5', '6', '7', '8'] },
  yearStartsOn: '08-01',
  yearName: (year) => `${year}-${year + 1}`,
  lowestGradeBornFrom: { yearsBefore: 5, day: '10-01' },
  minimumAgeInDays: 1461,
  people: [
    [dutch, 68],
    [turkish, 8],
    [moroccan, 8],
    [surinamese, 5],
    [polish, 6],
    [syrian, 5],
  ],
  officeStaff: { principal: ['Marijke', 'van der', 'Steen'], ict: ['Ravi', null, 'Mohan'] },
  streets: `Kerkstraat, Dorpsstraat, Molenweg, Parklaan, Lingedijk, Beatrixstraat, Lindelaan,
    Tiendweg, Meent, Vlietskant, Europalaan, Koningin Emmalaan, Spoorstraat, Industrieweg, Raadsteeg,
    Prins Bernhardstraat, Eikenlaan, Burgemeester Meeslaan, Hoogstraat, Zuidwal, Recht van ter Leede,
    Dr. Reilinghplein, Boterstraat, Glasblazerslaan, Schaikseweg`
    .split(',')
    .map((street) => street.trim()),
  towns: [
    { name: 'Leerdam', postcodes: ['4141', '4142', '4143'] },
    { name: 'Leerdam', postcodes: ['4141', '4142', '4143'] },
    { name: 'Leerdam', postcodes: ['4141', '4142', '4143'] },
    { name: 'Schoonrewoerd', postcodes: ['4145'] },
    { name: 'Asperen', postcodes: ['4147'] },
    { name: 'Heukelum', postcodes: ['4161'] },
    { name: 'Kedichem', postcodes: ['4247'] },
  ],
  addressCountry: 'NL',
  postcode: (prefix, random) => `${prefix} ${random.pick(postcodeLetters)}`,
  additions: ['A', 'B', 'C', 'I', 'II', 'bis'],
  homeLanguage: 'nl',
  nationality: 'Nederlandse',
  mobile: (n) => `+3160${String(scattered(n, 9_999_991, 1_234_577)).padStart(7, '0')}`,
  landline: (n) => `+313450${String(scattered(n, 99_991, 27_183)).padStart(5, '0')}`,
  nationalNumber: { kind: 'bsn', make: (nth) => testBsns[nth] ?? null },
  words: {
    everyOtherWeek: 'wisselt om de week, op vrijdag',
    weekends: 'om het weekend',
    soleAuthorityDocument: 'Beschikking rechtbank Midden-Nederland, gezagsregister gezien',
    noContactDocument: 'Beschikking rechtbank, contactverbod',
    noContactNote:
      'Geen inlichtingen geven, niet laten ophalen. Bij bezoek: directie bellen, zo nodig 112.',
    guardianshipDocument: 'Beschikking voogdij',
    fosterDocument: 'Pleegcontract',
    guardianOrganisation: 'Jeugdbescherming (oefening)',
    forwardingAddress: 'p/a Gemeente, afdeling Burgerzaken, Postbus 100, 4140 AC Leerdam',
    agreements: [
      'Adres en telefoonnummers nooit op lijsten. Post via de gemeente.',
      'Op school en op alle lijsten heet het kind zoals hier staat. Geen foto’s, ook niet intern.',
      'Alleen de directie en Heidi kennen de achtergrond. Vragen altijd doorverwijzen naar de directie.',
    ],
    grandmother: 'oma',
    grandfather: 'opa',
    neighbour: 'buurvrouw',
    aunt: 'tante',
    babysitter: 'oppas',
    neverCollect: 'mag het kind niet meenemen',
    doctors: [
      'Huisartsenpraktijk De Linge',
      'Praktijk De Meander',
      'Huisartsen Oud-Leerdam',
      'Gezondheidscentrum West',
    ],
    dentist: 'Tandartsen aan de Meent',
    afterSchoolCares: ['BSO De Boomhut', 'BSO Het Waterrad'],
    otherSchools: ['OBS De Wilg', 'CBS Het Kompas', 'Basisschool De Ark'],
    nextSchools: ['Het Lingelyceum', 'Gymnasium Aquaveen', 'Praktijkschool De Brug'],
    moved: 'verhuisd',
    finished: 'naar voortgezet onderwijs',
    lockReason: 'Telefoon gestolen; wacht op nieuw nummer',
    consentNote: 'telefonisch doorgegeven',
    pupilNotes: [
      'Komt op dinsdag iets later in verband met logopedie.',
      'Wordt op woensdag altijd door opa gehaald.',
      'Leest graag voor aan de kleuters.',
    ],
    guardianNote: 'Liefst bellen na 15.30 uur; werkt in ploegendienst.',
  },
  medicals: dutchMedicals,
}
