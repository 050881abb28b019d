import { defineMessages } from '#shared/platform/messages.ts'
import type { CalendarRefusal } from './calendar-contract.ts'
import type { Audience, EventKind } from './calendar-event.ts'

/** The words of the calendar, for desk, paper, files and portal. */
export const calendarMessages = defineMessages(
  'calendar',
  {
    title: 'Agenda',
    'title-of': 'Agenda {{name}}',
    'kind.activity': 'activiteit',
    'kind.trip': 'excursie',
    'kind.meeting': 'overleg',
    'kind.guardians': 'voor ouders',
    'kind.celebration': 'viering',
    'kind.other': 'overig',
    'audience.school': 'hele school',
    'audience.groups': 'groepen',
    'audience.staff': 'alleen team',
    cancelled: 'gaat niet door',
    'cancelled-title': 'Gaat niet door: {{title}}',
    'no-school': 'geen school',
    week: 'week',
    'week-short': 'wk',
    'days-off': 'Vrije dagen',
    events: 'Activiteiten',
    legend: 'Grijs met een streep: geen school.',
    'event.not-found': 'Deze afspraak staat niet meer in de agenda. Open de agenda opnieuw.',
    'event.from-file':
      'Deze afspraak komt uit een agendabestand en wordt daar gewijzigd. Hier kies je alleen wie hem ziet.',
    'feed.not-found': 'Dit adres bestaat niet meer. Open de lijst opnieuw.',
  },
  {
    'nl-BE': {
      title: 'Kalender',
      'title-of': 'Kalender {{name}}',
      'kind.trip': 'uitstap',
      'audience.groups': 'klassen',
    },
    sv: {
      title: 'Kalendarium',
      'title-of': 'Kalendarium {{name}}',
      'kind.activity': 'aktivitet',
      'kind.trip': 'utflykt',
      'kind.meeting': 'möte',
      'kind.guardians': 'för vårdnadshavare',
      'kind.celebration': 'högtid',
      'kind.other': 'övrigt',
      'audience.school': 'hela skolan',
      'audience.groups': 'klasser',
      'audience.staff': 'bara personal',
      cancelled: 'inställt',
      'cancelled-title': 'Inställt: {{title}}',
      'no-school': 'ingen skola',
      week: 'vecka',
      'week-short': 'v.',
      'days-off': 'Lediga dagar',
      events: 'Aktiviteter',
      legend: 'Grått med ett streck: ingen skola.',
      'event.not-found': 'Händelsen finns inte längre i kalendariet. Öppna kalendariet igen.',
      'event.from-file':
        'Händelsen kommer från en kalenderfil och ändras där. Här väljer du bara vem som ser den.',
      'feed.not-found': 'Adressen finns inte längre. Öppna listan igen.',
    },
    en: {
      title: 'Calendar',
      'title-of': 'Calendar of {{name}}',
      'kind.activity': 'activity',
      'kind.trip': 'trip',
      'kind.meeting': 'meeting',
      'kind.guardians': 'for parents',
      'kind.celebration': 'celebration',
      'kind.other': 'other',
      'audience.school': 'whole school',
      'audience.groups': 'groups',
      'audience.staff': 'staff only',
      cancelled: 'cancelled',
      'cancelled-title': 'Cancelled: {{title}}',
      'no-school': 'no school',
      week: 'week',
      'week-short': 'wk',
      'days-off': 'Days off',
      events: 'Activities',
      legend: 'Grey with a line: no school.',
      'event.not-found': 'This event is no longer in the calendar. Open the calendar again.',
      'event.from-file':
        'This event comes from a calendar file and is changed there. Here you only choose who sees it.',
      'feed.not-found': 'This address no longer exists. Open the list again.',
    },
  },
)

// Fails to compile when a refusal or a choice has no words.
calendarMessages.nl satisfies Readonly<
  Record<CalendarRefusal | `kind.${EventKind}` | `audience.${Audience}`, string>
>
