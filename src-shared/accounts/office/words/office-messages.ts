import type { MessageKey } from '#shared/platform/messages.ts'
import { defineMessages } from '#shared/platform/messages.ts'
import type { AccountsRefusal } from '../accounts-contract.ts'
import type { Closed } from '../guardian-account.ts'
import type { CodeState } from '../link-code-row.ts'
import type { Standing } from '../standing.ts'

/** Where a guardian stands, why not, and what the office could not do. */
export const officeMessages = defineMessages(
  'accounts-office',
  {
    'standing.none': 'Geen code',
    'standing.made': 'Code gemaakt',
    'standing.printed': 'Brief afgedrukt',
    'standing.sent': 'Code gemaild',
    'standing.failed': 'Mail niet aangekomen',
    'standing.expired': 'Code verlopen',
    'standing.revoked': 'Code ingetrokken',
    'standing.refused': 'Code geweigerd',
    'standing.waiting': 'Wacht op bevestiging',
    'standing.never-signed-in': 'Nog nooit aangemeld',
    'standing.active': 'Account actief',
    'standing.locked': 'Geblokkeerd',
    'standing.closed': 'Geen toegang',
    'code.made': 'gemaakt',
    'code.printed': 'afgedrukt',
    'code.sent': 'gemaild',
    'code.failed': 'mail niet aangekomen',
    'code.expired': 'verlopen',
    'code.used': 'gebruikt',
    'code.revoked': 'ingetrokken',
    'code.refused': 'door het portaal geweigerd',
    'closed.no-contact': 'Contactverbod',
    'closed.no-access': 'Portaaltoegang staat uit bij het kind',
    'closed.no-authority': 'Geen gezag en geen recht op informatie',
    'closed.protected': 'Afgeschermd kind: alleen wie gezag heeft',
    'closed.left': 'Het kind is van school',
    'accounts.no-portal':
      'De school heeft nog geen portaal. Verbind deze computer eerst bij Sync en logboek.',
    'accounts.no-key':
      'Deze computer heeft de sleutel van de school niet en kan geen brieven maken. Doe het op de eerste computer van de administratie, of stuur de codes per mail.',
    'accounts.nothing-to-do': 'Bij geen van deze ouders kan dit nu.',
    'accounts.no-account': 'Deze ouder heeft geen account dat in gebruik is.',
    'accounts.closed': 'Deze ouder mag dit kind niet zien op het portaal.',
    'accounts.ends-before-today': 'Kies een dag vanaf vandaag.',
    'request.not-found': 'Deze aanvraag is er niet meer.',
    'request.decided': 'Over deze aanvraag is al beslist.',
  },
  {
    'nl-BE': {
      'accounts.no-key':
        'Deze computer heeft de sleutel van de school niet en kan geen brieven maken. Doe het op de eerste computer van het secretariaat, of stuur de codes per mail.',
      'closed.no-authority': 'Geen ouderlijk gezag en geen recht op informatie',
    },
    sv: {
      'standing.none': 'Ingen kod',
      'standing.made': 'Kod skapad',
      'standing.printed': 'Brev utskrivet',
      'standing.sent': 'Kod skickad med e-post',
      'standing.failed': 'E-posten kom inte fram',
      'standing.expired': 'Koden har gått ut',
      'standing.revoked': 'Kod återkallad',
      'standing.refused': 'Kod nekad',
      'standing.waiting': 'Väntar på bekräftelse',
      'standing.never-signed-in': 'Aldrig inloggad',
      'standing.active': 'Aktivt konto',
      'standing.locked': 'Spärrat',
      'standing.closed': 'Ingen åtkomst',
      'code.made': 'skapad',
      'code.printed': 'utskriven',
      'code.sent': 'skickad med e-post',
      'code.failed': 'e-posten kom inte fram',
      'code.expired': 'har gått ut',
      'code.used': 'använd',
      'code.revoked': 'återkallad',
      'code.refused': 'nekad av portalen',
      'closed.no-contact': 'Kontaktförbud',
      'closed.no-access': 'Portalåtkomst är avstängd för barnet',
      'closed.no-authority': 'Ingen vårdnad och ingen rätt till information',
      'closed.protected': 'Skyddat barn: bara den som har vårdnad',
      'closed.left': 'Barnet har slutat',
      'accounts.no-portal':
        'Skolan har ingen portal än. Anslut först den här datorn under Synk och logg.',
      'accounts.no-key':
        'Den här datorn har inte skolans nyckel och kan inte göra brev. Gör det på expeditionens första dator, eller skicka koderna med e-post.',
      'accounts.nothing-to-do': 'Det går inte för någon av dem just nu.',
      'accounts.no-account': 'Vårdnadshavaren har inget konto i bruk.',
      'accounts.closed': 'Vårdnadshavaren får inte se barnet i portalen.',
      'accounts.ends-before-today': 'Välj en dag från och med i dag.',
      'request.not-found': 'Förfrågan finns inte längre.',
      'request.decided': 'Förfrågan är redan avgjord.',
    },
    en: {
      'standing.none': 'No code',
      'standing.made': 'Code made',
      'standing.printed': 'Letter printed',
      'standing.sent': 'Code mailed',
      'standing.failed': 'Mail did not arrive',
      'standing.expired': 'Code expired',
      'standing.revoked': 'Code withdrawn',
      'standing.refused': 'Code refused',
      'standing.waiting': 'Waits for confirmation',
      'standing.never-signed-in': 'Never signed in',
      'standing.active': 'Account active',
      'standing.locked': 'Locked',
      'standing.closed': 'No access',
      'code.made': 'made',
      'code.printed': 'printed',
      'code.sent': 'mailed',
      'code.failed': 'mail did not arrive',
      'code.expired': 'expired',
      'code.used': 'used',
      'code.revoked': 'withdrawn',
      'code.refused': 'refused by the portal',
      'closed.no-contact': 'No-contact order',
      'closed.no-access': 'Portal access is off for this child',
      'closed.no-authority': 'No authority and no right to information',
      'closed.protected': 'Protected child: only who has authority',
      'closed.left': 'The child has left school',
      'accounts.no-portal':
        'The school has no portal yet. First connect this computer under Sync and log.',
      'accounts.no-key':
        'This computer does not have the key of the school and cannot make letters. Do it on the first computer of the office, or send the codes by mail.',
      'accounts.nothing-to-do': 'This is not possible for any of them now.',
      'accounts.no-account': 'This guardian has no account in use.',
      'accounts.closed': 'This guardian may not see this child at the portal.',
      'accounts.ends-before-today': 'Choose a day from today on.',
      'request.not-found': 'This request is gone.',
      'request.decided': 'This request was decided already.',
    },
  },
)

// A standing, a reason or a refusal without words does not compile.
true satisfies `standing.${Standing}` extends MessageKey<typeof officeMessages> ? true : never
true satisfies `code.${CodeState}` extends MessageKey<typeof officeMessages> ? true : never
true satisfies `closed.${Closed}` extends MessageKey<typeof officeMessages> ? true : never
true satisfies AccountsRefusal extends MessageKey<typeof officeMessages> ? true : never
