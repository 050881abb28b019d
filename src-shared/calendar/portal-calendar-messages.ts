import { defineMessages } from '#shared/platform/messages.ts'

/** What the calendar says on the portal. */
export const portalCalendarMessages = defineMessages(
  'portalCalendar',
  {
    title: 'Agenda van school',
    lead: 'Vakanties, vrije dagen en activiteiten.',
    'days-off': 'Geen school',
    events: 'Activiteiten',
    terms: 'Periodes',
    none: 'Er staat nog niets in de agenda.',
    'own-title': 'In je eigen agenda',
    'own-lead':
      'Met een eigen adres staat de agenda van school ook in je telefoon of computer (Outlook, Apple, Google). Wie het adres heeft, kan meelezen: geef het aan niemand anders.',
    make: 'Maak mijn agenda-adres',
    renew: 'Maak een nieuw adres',
    'renew-hint': 'Je hebt een adres, gemaakt op {{day}}. Een nieuw adres maakt het oude ongeldig.',
    withdraw: 'Trek mijn adres in',
    'made-title': 'Je agenda-adres',
    'made-lead':
      'Kopieer dit adres nu; het wordt maar één keer getoond. Voeg het in je agendaprogramma toe als “agenda via internet” of “abonnement”.',
    'made-open': 'Voeg toe aan mijn agenda',
    back: 'Terug naar de agenda',
    busy: 'Je maakte vandaag al veel adressen. Probeer het morgen opnieuw.',
  },
  {
    'nl-BE': {
      title: 'Schoolkalender',
      none: 'Er staat nog niets in de kalender.',
      'own-title': 'In je eigen kalender',
      'own-lead':
        'Met een eigen adres staat de schoolkalender ook in je telefoon of computer (Outlook, Apple, Google). Wie het adres heeft, kan meelezen: geef het aan niemand anders.',
      make: 'Maak mijn kalenderadres',
      'made-title': 'Je kalenderadres',
      'made-lead':
        'Kopieer dit adres nu; het wordt maar één keer getoond. Voeg het in je kalenderprogramma toe als “kalender via internet” of “abonnement”.',
      'made-open': 'Voeg toe aan mijn kalender',
      back: 'Terug naar de kalender',
    },
    sv: {
      title: 'Skolans kalendarium',
      lead: 'Lov, lediga dagar och aktiviteter.',
      'days-off': 'Ingen skola',
      events: 'Aktiviteter',
      terms: 'Läsårstider',
      none: 'Det finns inget i kalendariet ännu.',
      'own-title': 'I din egen kalender',
      'own-lead':
        'Med en egen adress finns skolans kalendarium även i din telefon eller dator (Outlook, Apple, Google). Den som har adressen kan läsa med: ge den inte till någon annan.',
      make: 'Skapa min kalenderadress',
      renew: 'Skapa en ny adress',
      'renew-hint': 'Du har en adress, skapad {{day}}. En ny adress gör den gamla ogiltig.',
      withdraw: 'Återkalla min adress',
      'made-title': 'Din kalenderadress',
      'made-lead':
        'Kopiera adressen nu; den visas bara en gång. Lägg till den i ditt kalenderprogram som ”kalender från internet” eller ”prenumeration”.',
      'made-open': 'Lägg till i min kalender',
      back: 'Tillbaka till kalendariet',
      busy: 'Du har redan skapat många adresser i dag. Försök igen i morgon.',
    },
    en: {
      title: 'School calendar',
      lead: 'Holidays, days off and activities.',
      'days-off': 'No school',
      events: 'Activities',
      terms: 'Terms',
      none: 'There is nothing in the calendar yet.',
      'own-title': 'In your own calendar',
      'own-lead':
        'With an address of your own the school’s calendar is in your telephone or computer too (Outlook, Apple, Google). Whoever has the address can read along: give it to nobody else.',
      make: 'Make my calendar address',
      renew: 'Make a new address',
      'renew-hint': 'You have an address, made on {{day}}. A new address ends the old one.',
      withdraw: 'Withdraw my address',
      'made-title': 'Your calendar address',
      'made-lead':
        'Copy this address now; it is shown only once. Add it to your calendar program as “calendar from the internet” or “subscription”.',
      'made-open': 'Add to my calendar',
      back: 'Back to the calendar',
      busy: 'You made many addresses today. Try again tomorrow.',
    },
  },
)
