import { defineMessages } from '#shared/platform/messages.ts'
import type { ExceptionKind, OffPart } from './day-exception.ts'
import type { Weekday } from './day-pattern.ts'
import type { Doubt, HolidayRegion } from './holiday-proposal.ts'
import type { SchoolDaysRefusal } from './school-days-contract.ts'

/** The words of school days, for desk, paper and portal. */
export const schoolDaysMessages = defineMessages(
  'schoolDays',
  {
    'kind.holiday': 'vakantie',
    'kind.public-holiday': 'feestdag',
    'kind.study-day': 'studiedag',
    'kind.day-off': 'vrije dag',
    'kind.other-hours': 'andere lestijden',
    'kind.extra-day': 'toch school',
    'part.all': 'hele dag',
    'part.morning': 'ochtend',
    'part.afternoon': 'middag',
    'weekday.monday': 'maandag',
    'weekday.tuesday': 'dinsdag',
    'weekday.wednesday': 'woensdag',
    'weekday.thursday': 'donderdag',
    'weekday.friday': 'vrijdag',
    'region.NL-NO': 'regio Noord',
    'region.NL-MI': 'regio Midden',
    'region.NL-ZU': 'regio Zuid',
    'region.BE-NL': 'Vlaanderen',
    'region.SE-7': 'Zweden, sportvakantie week 7',
    'region.SE-8': 'Zweden, sportvakantie week 8',
    'region.SE-9': 'Zweden, sportvakantie week 9',
    'region.SE-10': 'Zweden, sportvakantie week 10',
    'doubt.too-long':
      'De gepubliceerde dagen zijn langer dan gewoon. Kijk ze na voor je ze overneemt.',
    'doubt.not-everywhere': 'Niet elke school is dan vrij.',
    'doubt.usual': 'Gebruikelijk; de gemeente beslist. Kijk na of dit bij jullie klopt.',
    'exception.not-found': 'Deze dagen staan niet meer in Balie. Open de lijst opnieuw.',
    'exception.outside-years':
      'Deze dagen vallen in geen enkel schooljaar. Kijk het jaartal na, of maak eerst het schooljaar.',
    'exception.name-needed': 'Geef deze dagen een naam, bijvoorbeeld Herfstvakantie.',
    'pattern.not-found': 'Deze week staat niet meer in Balie. Open de lijst opnieuw.',
    'term.not-found': 'Deze periode staat niet meer in Balie. Open de lijst opnieuw.',
    'year.not-found': 'Dit schooljaar staat niet meer in Balie. Open de lijst opnieuw.',
    'group.not-found': 'Een van deze groepen staat niet meer in Balie. Open de lijst opnieuw.',
    'pupil.not-found': 'Deze leerling staat niet meer in Balie. Open de lijst opnieuw.',
  },
  {
    'nl-BE': {
      'kind.study-day': 'pedagogische studiedag',
      'part.morning': 'voormiddag',
      'part.afternoon': 'namiddag',
      'group.not-found': 'Een van deze klassen staat niet meer in Balie. Open de lijst opnieuw.',
    },
    sv: {
      'kind.holiday': 'lov',
      'kind.public-holiday': 'helgdag',
      'kind.study-day': 'studiedag',
      'kind.day-off': 'lovdag',
      'kind.other-hours': 'andra skoltider',
      'kind.extra-day': 'skoldag ändå',
      'part.all': 'hela dagen',
      'part.morning': 'förmiddag',
      'part.afternoon': 'eftermiddag',
      'weekday.monday': 'måndag',
      'weekday.tuesday': 'tisdag',
      'weekday.wednesday': 'onsdag',
      'weekday.thursday': 'torsdag',
      'weekday.friday': 'fredag',
      'region.NL-NO': 'Nederländerna, norra regionen',
      'region.NL-MI': 'Nederländerna, mellersta regionen',
      'region.NL-ZU': 'Nederländerna, södra regionen',
      'region.BE-NL': 'Flandern',
      'region.SE-7': 'sportlov vecka 7',
      'region.SE-8': 'sportlov vecka 8',
      'region.SE-9': 'sportlov vecka 9',
      'region.SE-10': 'sportlov vecka 10',
      'doubt.too-long': 'De publicerade dagarna är längre än vanligt. Kontrollera dem först.',
      'doubt.not-everywhere': 'Inte alla skolor är lediga då.',
      'doubt.usual': 'Vanligt, men kommunen bestämmer. Kontrollera att det gäller hos er.',
      'exception.not-found': 'Dagarna finns inte längre i Balie. Öppna listan igen.',
      'exception.outside-years':
        'Dagarna ligger inte i något läsår. Kontrollera årtalet, eller lägg först till läsåret.',
      'exception.name-needed': 'Ge dagarna ett namn, till exempel Höstlov.',
      'pattern.not-found': 'Veckan finns inte längre i Balie. Öppna listan igen.',
      'term.not-found': 'Terminen finns inte längre i Balie. Öppna listan igen.',
      'year.not-found': 'Läsåret finns inte längre i Balie. Öppna listan igen.',
      'group.not-found': 'En av klasserna finns inte längre i Balie. Öppna listan igen.',
      'pupil.not-found': 'Eleven finns inte längre i Balie. Öppna listan igen.',
    },
    en: {
      'kind.holiday': 'holiday',
      'kind.public-holiday': 'public holiday',
      'kind.study-day': 'study day',
      'kind.day-off': 'day off',
      'kind.other-hours': 'other hours',
      'kind.extra-day': 'school after all',
      'part.all': 'whole day',
      'part.morning': 'morning',
      'part.afternoon': 'afternoon',
      'weekday.monday': 'Monday',
      'weekday.tuesday': 'Tuesday',
      'weekday.wednesday': 'Wednesday',
      'weekday.thursday': 'Thursday',
      'weekday.friday': 'Friday',
      'region.NL-NO': 'north region',
      'region.NL-MI': 'middle region',
      'region.NL-ZU': 'south region',
      'region.BE-NL': 'Flanders',
      'region.SE-7': 'Sweden, sports break week 7',
      'region.SE-8': 'Sweden, sports break week 8',
      'region.SE-9': 'Sweden, sports break week 9',
      'region.SE-10': 'Sweden, sports break week 10',
      'doubt.too-long':
        'The published days are longer than usual. Check them before you take them.',
      'doubt.not-everywhere': 'Not every school is closed then.',
      'doubt.usual': 'Usual, but the municipality decides. Check that it holds for your school.',
      'exception.not-found': 'These days are no longer in Balie. Open the list again.',
      'exception.outside-years':
        'These days fall in no school year. Check the year, or add the school year first.',
      'exception.name-needed': 'Give these days a name, for example Autumn holiday.',
      'pattern.not-found': 'This week is no longer in Balie. Open the list again.',
      'term.not-found': 'This term is no longer in Balie. Open the list again.',
      'year.not-found': 'This school year is no longer in Balie. Open the list again.',
      'group.not-found': 'One of these groups is no longer in Balie. Open the list again.',
      'pupil.not-found': 'This pupil is no longer in Balie. Open the list again.',
    },
  },
)

// Fails to compile when a refusal or a choice has no words.
schoolDaysMessages.nl satisfies Readonly<
  Record<
    | SchoolDaysRefusal
    | `kind.${ExceptionKind}`
    | `part.${OffPart}`
    | `weekday.${Weekday}`
    | `region.${HolidayRegion}`
    | `doubt.${Doubt}`,
    string
  >
>
