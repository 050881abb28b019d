import { defineMessages } from '#shared/platform/messages.ts'
import type { ConsentPurpose } from './consent.ts'

/** What the consent screens say. */
export const consentsMessages = defineMessages(
  'consents',
  {
    'pupil.not-found': 'Deze leerling staat niet meer in Balie. Open de lijst opnieuw.',
    'guardian.not-found':
      'Deze ouder of verzorger hoort niet bij de leerling. Kies iemand uit het gezin.',
    'field.purpose': 'Waarvoor',
    'field.granted': 'Antwoord',
    'field.givenOn': 'Gegeven op',
    'field.version': 'Versie van de vraag',
    'field.note': 'Notitie',
    'field.guardianId': 'Gegeven door',
    'field.recordedAt': 'Vastgelegd op',
    'purpose.photo-internal': 'Foto binnen de school',
    'purpose.photo-website': 'Foto op de website',
    'purpose.photo-social-media': 'Foto op sociale media',
    'purpose.photo-press': 'Foto in de pers',
    'purpose.class-list-name': 'Naam op de klassenlijst',
    'purpose.class-list-contact': 'Adres en telefoon op de klassenlijst',
    'purpose.share-next-school': 'Gegevens naar de volgende school',
    'standing.granted': 'toestemming',
    'standing.refused': 'geen toestemming',
    'standing.unknown': 'niet gevraagd',
  },
  {
    'nl-BE': {
      'guardian.not-found': 'Deze ouder hoort niet bij de leerling. Kies iemand uit het gezin.',
      'purpose.class-list-name': 'Naam op de klaslijst',
      'purpose.class-list-contact': 'Adres en telefoon op de klaslijst',
    },
    sv: {
      'pupil.not-found': 'Eleven finns inte längre i Balie. Öppna listan igen.',
      'guardian.not-found': 'Vårdnadshavaren hör inte till eleven. Välj någon i familjen.',
      'field.purpose': 'Ändamål',
      'field.granted': 'Svar',
      'field.givenOn': 'Lämnat den',
      'field.version': 'Frågans version',
      'field.note': 'Anteckning',
      'field.guardianId': 'Lämnat av',
      'field.recordedAt': 'Registrerat den',
      'purpose.photo-internal': 'Foto inom skolan',
      'purpose.photo-website': 'Foto på webbplatsen',
      'purpose.photo-social-media': 'Foto i sociala medier',
      'purpose.photo-press': 'Foto i pressen',
      'purpose.class-list-name': 'Namn på klasslistan',
      'purpose.class-list-contact': 'Adress och telefon på klasslistan',
      'purpose.share-next-school': 'Uppgifter till nästa skola',
      'standing.granted': 'samtycke',
      'standing.refused': 'inget samtycke',
      'standing.unknown': 'inte tillfrågad',
    },
    en: {
      'pupil.not-found': 'This pupil is no longer in Balie. Open the list again.',
      'guardian.not-found':
        'This parent or guardian does not belong to the pupil. Choose somebody of the family.',
      'field.purpose': 'Purpose',
      'field.granted': 'Answer',
      'field.givenOn': 'Given on',
      'field.version': 'Version of the question',
      'field.note': 'Note',
      'field.guardianId': 'Given by',
      'field.recordedAt': 'Recorded on',
      'purpose.photo-internal': 'Photo inside the school',
      'purpose.photo-website': 'Photo on the website',
      'purpose.photo-social-media': 'Photo on social media',
      'purpose.photo-press': 'Photo in the press',
      'purpose.class-list-name': 'Name on the class list',
      'purpose.class-list-contact': 'Address and phone on the class list',
      'purpose.share-next-school': 'Records to the next school',
      'standing.granted': 'consent',
      'standing.refused': 'no consent',
      'standing.unknown': 'not asked',
    },
  },
)

// Fails to compile when a refusal or a choice has no words.
consentsMessages.nl satisfies Readonly<
  Record<
    | 'pupil.not-found'
    | 'guardian.not-found'
    | `purpose.${ConsentPurpose}`
    | `standing.${'granted' | 'refused' | 'unknown'}`,
    string
  >
>
