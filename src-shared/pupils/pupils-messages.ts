import { defineMessages } from '#shared/platform/messages.ts'
import type { PupilRefusal } from './pupils-contract.ts'

const nl = {
  'pupil.not-found': 'Deze leerling is er niet meer. Misschien is het dossier samengevoegd.',
  'pupil.protected':
    'Van deze leerling zijn gegevens afgeschermd. Maak ze eerst zichtbaar, met een reden.',
  'pupil.same-record': 'Kies twee verschillende dossiers om samen te voegen.',
  'group.not-found': 'Deze groep is er niet meer. Kies een andere groep.',
  'enrolment.not-found': 'Deze inschrijving is er niet meer.',
  'enrolment.overlaps': 'De leerling is in deze periode al ingeschreven, vanaf {{from}}.',
  'enrolment.ends-before-it-starts': 'De laatste schooldag ligt voor de eerste.',
  'photo.too-large': 'De foto is te groot: {{size}} kB. Kies een foto van hoogstens 300 kB.',
  'photo.unreadable': 'Dit bestand is geen foto. Kies een JPEG- of PNG-bestand.',
  'number-warning': 'Dit nummer klopt niet volgens de controle. Kijk het na.',
  'hidden.role': 'Niet zichtbaar voor jouw rol',
  'hidden.protection': 'Afgeschermd',
  'because.number': 'hetzelfde nummer',
  'because.name-and-birth': 'dezelfde naam en geboortedatum',
} as const satisfies Readonly<Record<PupilRefusal, string>> & Readonly<Record<string, string>>

/** What the screens say about pupils; labels of fields are in `pupil-field-messages.ts`. */
export const pupilsMessages = defineMessages('pupils', nl, {
  'nl-BE': {
    'group.not-found': 'Deze klas is er niet meer. Kies een andere klas.',
  },
  sv: {
    'pupil.not-found': 'Eleven finns inte kvar. Akten kan ha slagits ihop med en annan.',
    'pupil.protected': 'Eleven har skyddade personuppgifter. Visa dem först, med en anledning.',
    'pupil.same-record': 'Välj två olika akter att slå ihop.',
    'group.not-found': 'Klassen finns inte kvar. Välj en annan klass.',
    'enrolment.not-found': 'Inskrivningen finns inte kvar.',
    'enrolment.overlaps': 'Eleven är redan inskriven under den här tiden, från {{from}}.',
    'enrolment.ends-before-it-starts': 'Den sista skoldagen ligger före den första.',
    'photo.too-large': 'Fotot är för stort: {{size}} kB. Välj ett foto på högst 300 kB.',
    'photo.unreadable': 'Filen är inget foto. Välj en JPEG- eller PNG-fil.',
    'number-warning': 'Numret stämmer inte enligt kontrollen. Se över det.',
    'hidden.role': 'Visas inte för din roll',
    'hidden.protection': 'Skyddat',
    'because.number': 'samma nummer',
    'because.name-and-birth': 'samma namn och födelsedatum',
  },
  en: {
    'pupil.not-found': 'This pupil is no longer here. The file may have been merged.',
    'pupil.protected': 'This pupil is protected. Show the hidden details first, with a reason.',
    'pupil.same-record': 'Choose two different files to merge.',
    'group.not-found': 'This class is no longer here. Choose another class.',
    'enrolment.not-found': 'This enrolment is no longer here.',
    'enrolment.overlaps': 'The pupil is already enrolled in this period, from {{from}}.',
    'enrolment.ends-before-it-starts': 'The last school day is before the first.',
    'photo.too-large': 'The photo is too large: {{size}} kB. Choose one of at most 300 kB.',
    'photo.unreadable': 'This file is not a photo. Choose a JPEG or PNG file.',
    'number-warning': 'This number does not pass its check. Please look at it again.',
    'hidden.role': 'Not visible for your role',
    'hidden.protection': 'Protected',
    'because.number': 'the same number',
    'because.name-and-birth': 'the same name and date of birth',
  },
})
