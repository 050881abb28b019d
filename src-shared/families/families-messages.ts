import { defineMessages } from '#shared/platform/messages.ts'
import type { FamilyRefusal } from './families-contract.ts'

/** What the family screens say; the labels of fields and choices are in `family-fields-messages.ts`. */
export const familiesMessages = defineMessages(
  'families',
  {
    'guardian.not-found':
      'Deze ouder of verzorger staat niet meer in Balie. Sluit het dossier en open het opnieuw.',
    'guardian.email-taken':
      'Dit e-mailadres hoort al bij {{name}}. Vraag om een eigen adres, zodat ieder alleen de eigen kinderen ziet.',
    'household.not-found': 'Dit adres staat niet meer in Balie. Open het gezin opnieuw.',
    'contact.not-found': 'Dit contact staat niet meer in Balie. Open het dossier opnieuw.',
    'pupil.not-found': 'Deze leerling staat niet meer in Balie. Open de lijst opnieuw.',
    'pupil.protected':
      'Deze leerling is afgeschermd. Open het dossier met een reden en wijzig het daar.',
    'link.exists':
      'Deze persoon is al aan de leerling gekoppeld. Wijzig de koppeling die er staat.',
    'link.not-found': 'Deze koppeling bestaat niet meer. Open het dossier opnieuw.',
    'link.no-contact-needs-principal':
      'Een contactverbod zetten of opheffen doet de directeur. Vraag de directeur om het vast te leggen.',
    'residence.not-found': 'De leerling woont niet meer op dit adres. Open het gezin opnieuw.',
  },
  {
    'nl-BE': {
      'guardian.not-found':
        'Deze ouder staat niet meer in Balie. Sluit het dossier en open het opnieuw.',
    },
    sv: {
      'guardian.not-found':
        'Vårdnadshavaren finns inte längre i Balie. Stäng akten och öppna den igen.',
      'guardian.email-taken':
        'E-postadressen används redan av {{name}}. Be om en egen adress, så att var och en bara ser sina egna barn.',
      'household.not-found': 'Adressen finns inte längre i Balie. Öppna familjen igen.',
      'contact.not-found': 'Kontakten finns inte längre i Balie. Öppna akten igen.',
      'pupil.not-found': 'Eleven finns inte längre i Balie. Öppna listan igen.',
      'pupil.protected':
        'Eleven har skyddade personuppgifter. Öppna akten med en anledning och ändra där.',
      'link.exists': 'Personen är redan kopplad till eleven. Ändra den koppling som finns.',
      'link.not-found': 'Kopplingen finns inte längre. Öppna akten igen.',
      'link.no-contact-needs-principal':
        'Bara rektorn får införa eller ta bort ett kontaktförbud. Be rektorn registrera det.',
      'residence.not-found': 'Eleven bor inte längre på adressen. Öppna familjen igen.',
    },
    en: {
      'guardian.not-found':
        'This parent or guardian is no longer in Balie. Close the file and open it again.',
      'guardian.email-taken':
        'This e-mail address already belongs to {{name}}. Ask for an address of their own, so that each sees only their own children.',
      'household.not-found': 'This address is no longer in Balie. Open the family again.',
      'contact.not-found': 'This contact is no longer in Balie. Open the file again.',
      'pupil.not-found': 'This pupil is no longer in Balie. Open the list again.',
      'pupil.protected':
        'This pupil is protected. Open the file with a reason and change it there.',
      'link.exists': 'This person is already tied to the pupil. Change the tie that is there.',
      'link.not-found': 'This tie no longer exists. Open the file again.',
      'link.no-contact-needs-principal':
        'Only the principal sets or lifts a no-contact order. Ask the principal to record it.',
      'residence.not-found': 'The pupil no longer lives at this address. Open the family again.',
    },
  },
)

familiesMessages.nl satisfies Readonly<Record<FamilyRefusal, string>>
