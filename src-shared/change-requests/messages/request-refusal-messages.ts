import { defineMessages } from '#shared/platform/messages.ts'
import type { RequestRefusal } from '../change-requests-contract.ts'

/** Why a request cannot be carried out. */
export const requestRefusalMessages = defineMessages(
  'requestRefusals',
  {
    'ask.not-your-child':
      'Dit kind hoort niet bij deze ouder. Het verzoek kan alleen worden afgewezen.',
    'ask.not-declared': 'Dit gegeven kan een ouder niet wijzigen.',
    'ask.switched-off': 'De school laat ouders dit gegeven niet wijzigen.',
    'ask.needs-authority': 'Alleen een ouder met gezag mag dit vragen.',
    'ask.not-your-row': 'Dit gegeven is niet (meer) van deze ouder of wordt met anderen gedeeld.',
    'ask.empty': 'Dit gegeven mag niet leeg zijn.',
    'ask.too-long': 'Deze tekst is te lang.',
    'ask.day': 'Dit is geen datum.',
    'ask.choice': 'Dit kan hier niet gekozen worden.',
    'ask.list': 'Deze lijst kan niet gelezen worden.',
    'ask.nobody-moves': 'Kies voor wie het nieuwe adres geldt.',
    'request.not-found':
      'Dit verzoek is er niet meer. De ouder heeft het ingetrokken of een collega ziet het niet meer.',
    'request.decided': 'Een collega heeft dit al afgehandeld.',
    'request.incomplete': 'Er kwam iets bij dit verzoek. Kijk het opnieuw na.',
    'request.moved-on': 'Het dossier is intussen gewijzigd. Kijk opnieuw wat er nu staat.',
    'request.not-simple': 'Dit verzoek is niet eenvoudig meer. Bekijk het apart.',
    'request.cannot-take-back':
      'Er is daarna iets anders gewijzigd, of er kwam of ging een heel contact of adres. Zet het terug in de geschiedenis van het dossier.',
    'guardian.not-found': 'Deze ouder staat niet meer in Balie.',
    'guardian.email-taken': 'Dit e-mailadres hoort al bij {{name}}. Vraag om een eigen adres.',
    'pupil.protected': 'Dit kind is afgeschermd. Open het dossier met een reden en kom dan terug.',
  },
  {
    'nl-BE': {
      'ask.needs-authority': 'Alleen een ouder met ouderlijk gezag mag dit vragen.',
      'request.not-found': 'Deze wijziging is er niet meer. De ouder heeft ze ingetrokken.',
    },
    sv: {
      'ask.not-your-child': 'Barnet hör inte till den här personen. Ärendet kan bara avslås.',
      'ask.not-declared': 'Uppgiften kan inte ändras av vårdnadshavare.',
      'ask.switched-off': 'Skolan låter inte vårdnadshavare ändra uppgiften.',
      'ask.needs-authority': 'Bara en vårdnadshavare får begära detta.',
      'ask.not-your-row': 'Uppgiften hör inte (längre) till personen eller delas med andra.',
      'ask.empty': 'Uppgiften får inte vara tom.',
      'ask.too-long': 'Texten är för lång.',
      'ask.day': 'Det är inget datum.',
      'ask.choice': 'Det kan inte väljas här.',
      'ask.list': 'Listan kan inte läsas.',
      'ask.nobody-moves': 'Välj vem den nya adressen gäller.',
      'request.not-found': 'Ärendet finns inte längre. Vårdnadshavaren har återtagit det.',
      'request.decided': 'En kollega har redan avgjort ärendet.',
      'request.incomplete': 'Något har tillkommit i ärendet. Se igenom det igen.',
      'request.moved-on': 'Akten har ändrats under tiden. Se igen vad som står nu.',
      'request.not-simple': 'Ärendet är inte enkelt längre. Se på det för sig.',
      'request.cannot-take-back':
        'Något har ändrats sedan dess, eller en hel kontakt eller adress kom eller försvann. Återställ i aktens historik.',
      'guardian.not-found': 'Vårdnadshavaren finns inte längre i Balie.',
      'guardian.email-taken': 'E-postadressen används redan av {{name}}. Be om en egen adress.',
      'pupil.protected':
        'Barnet har skyddade uppgifter. Öppna akten med en anledning och kom tillbaka.',
    },
    en: {
      'ask.not-your-child':
        'This child does not belong to this guardian. The request can only be rejected.',
      'ask.not-declared': 'A guardian cannot change this detail.',
      'ask.switched-off': 'The school does not let guardians change this detail.',
      'ask.needs-authority': 'Only a guardian with authority may ask this.',
      'ask.not-your-row':
        "This detail is not (any more) this guardian's, or is shared with others.",
      'ask.empty': 'This detail may not be empty.',
      'ask.too-long': 'This text is too long.',
      'ask.day': 'This is not a date.',
      'ask.choice': 'This cannot be chosen here.',
      'ask.list': 'This list cannot be read.',
      'ask.nobody-moves': 'Choose for whom the new address is.',
      'request.not-found': 'This request is no longer there. The parent withdrew it.',
      'request.decided': 'A colleague has decided this already.',
      'request.incomplete': 'Something was added to this request. Look it over again.',
      'request.moved-on': 'The record changed meanwhile. Look again at what stands there now.',
      'request.not-simple': 'This request is no longer simple. Look at it by itself.',
      'request.cannot-take-back':
        'Something was changed since, or a whole contact or address came or went. Put it back in the history of the file.',
      'guardian.not-found': 'This guardian is no longer in Balie.',
      'guardian.email-taken':
        'This e-mail address already belongs to {{name}}. Ask for an address of their own.',
      'pupil.protected': 'This child is protected. Open the file with a reason and come back.',
    },
  },
)

requestRefusalMessages.nl satisfies Readonly<Record<RequestRefusal, string>>
