import { defineMessages } from '#shared/platform/messages.ts'
import type { JoinRefusal, NoticeRefusal, PortalRefusal } from './sync-contract.ts'

type Keys = Record<JoinRefusal | PortalRefusal | NoticeRefusal, string>

/** Words of joining a portal, and of what it answers when it will not. */
export const joinMessages = defineMessages(
  'join',
  {
    'forked-text':
      'Het bestand is teruggezet of gekopieerd. Vraag een code aan de administratie; wat nog niet verstuurd is, gaat mee.',
    code: 'Code',
    rejoin: 'Aanmelden met code',
    'none-title': 'Deze school heeft nog geen portaal',
    'none-text':
      'Met een portaal werken meer computers met dezelfde gegevens. Alles blijft ook hier staan.',
    address: 'Adres van het portaal',
    'address-hint': 'Zoals portaal.onzeschool.nl',
    found: 'Breng de school naar het portaal',
    'found-done': 'De school staat op het portaal; de gegevens worden verstuurd.',
    'join-title': 'Koppel aan onze school',
    'join-text': 'Onze school heeft al een portaal en de administratie gaf mij een code.',
    'join-page-text':
      'De administratie maakt een code onder Beheer, Synchronisatie. Kies zelf een wachtwoord voor deze computer.',
    'join-password': 'Wachtwoord op deze computer',
    join: 'Koppel deze computer',
    'join-busy': 'De school wordt opgehaald… {{count}}',
    wiped:
      'Deze computer is op verzoek van de school gewist. Er staan geen schoolgegevens meer op.',
    'sync.away':
      'Het portaal antwoordt niet. Kijk naar het internet en het adres en probeer opnieuw.',
    'sync.code': 'Deze code klopt niet, is al gebruikt of is te oud.',
    'sync.address': 'Dit is geen adres van een portaal. Het begint met https.',
    'sync.has-portal': 'Deze school heeft al een portaal.',
    'sync.practice':
      'Dit is een oefenschool met verzonnen leerlingen. Die kan niet naar een echt portaal.',
    'sync.refused': 'Het portaal staat dit niet toe.',
    'sync.no-portal': 'Deze school heeft geen portaal.',
    'sync.notice-gone': 'Dit is al afgehandeld.',
    'sync.row-gone': 'Het gegeven waar dit bij hoorde is er niet meer.',
  } satisfies Keys & Record<string, string>,
  {
    'nl-BE': {
      'forked-text':
        'Het bestand is teruggezet of gekopieerd. Vraag een code aan het secretariaat; wat nog niet verstuurd is, gaat mee.',
      'join-text': 'Onze school heeft al een portaal en het secretariaat gaf mij een code.',
      'join-page-text':
        'Het secretariaat maakt een code onder Beheer, Synchronisatie. Kies zelf een wachtwoord voor deze computer.',
      'address-hint': 'Zoals portaal.onzeschool.be',
    },
    sv: {
      'forked-text':
        'Filen har återställts eller kopierats. Be expeditionen om en kod; det som inte har skickats följer med.',
      code: 'Kod',
      rejoin: 'Anslut med kod',
      'none-title': 'Skolan har ingen portal än',
      'none-text':
        'Med en portal arbetar flera datorer med samma uppgifter. Allt finns kvar här också.',
      address: 'Portalens adress',
      'address-hint': 'Till exempel portal.varskola.se',
      found: 'Flytta upp skolan på portalen',
      'found-done': 'Skolan finns på portalen; uppgifterna skickas.',
      'join-title': 'Anslut till vår skola',
      'join-text': 'Vår skola har redan en portal och expeditionen gav mig en kod.',
      'join-page-text':
        'Expeditionen skapar en kod under Förvaltning, Synkronisering. Välj själv ett lösenord för den här datorn.',
      'join-password': 'Lösenord på den här datorn',
      join: 'Anslut datorn',
      'join-busy': 'Skolan hämtas… {{count}}',
      wiped: 'Datorn har raderats på skolans begäran. Inga skoluppgifter finns kvar på den.',
      'sync.away': 'Portalen svarar inte. Kontrollera internet och adressen och försök igen.',
      'sync.code': 'Koden stämmer inte, är redan använd eller för gammal.',
      'sync.address': 'Det här är ingen adress till en portal. Den börjar med https.',
      'sync.has-portal': 'Skolan har redan en portal.',
      'sync.practice':
        'Det här är en övningsskola med påhittade elever. Den kan inte flyttas till en riktig portal.',
      'sync.refused': 'Portalen tillåter inte detta.',
      'sync.no-portal': 'Skolan har ingen portal.',
      'sync.notice-gone': 'Detta är redan avklarat.',
      'sync.row-gone': 'Uppgiften som detta hörde till finns inte längre.',
    },
    en: {
      'forked-text':
        'The file was put back or copied. Ask the office for a code; what was not sent yet goes along.',
      code: 'Code',
      rejoin: 'Join with this code',
      'none-title': 'This school has no portal yet',
      'none-text':
        'With a portal, more computers work on the same data. Everything stays here as well.',
      address: 'Address of the portal',
      'address-hint': 'Such as portal.ourschool.org',
      found: 'Bring the school to the portal',
      'found-done': 'The school is at the portal; its data are being sent.',
      'join-title': 'Connect to our school',
      'join-text': 'Our school has a portal already, and the office gave me a code.',
      'join-page-text':
        'The office makes a code under Manage, Sync. Choose a password for this computer yourself.',
      'join-password': 'Password on this computer',
      join: 'Connect this computer',
      'join-busy': 'Loading the school… {{count}}',
      wiped:
        'This computer was wiped at the request of the school. It holds no school data any more.',
      'sync.away': 'The portal does not answer. Check the network and the address and try again.',
      'sync.code': 'This code is not right, was used already or is too old.',
      'sync.address': 'This is no address of a portal. It begins with https.',
      'sync.has-portal': 'This school has a portal already.',
      'sync.practice':
        'This is a practice school with invented pupils. It cannot move to a real portal.',
      'sync.refused': 'The portal does not allow this.',
      'sync.no-portal': 'This school has no portal.',
      'sync.notice-gone': 'This has been dealt with already.',
      'sync.row-gone': 'What this belonged to is no longer there.',
    },
  },
)
