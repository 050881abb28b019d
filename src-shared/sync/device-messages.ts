import { defineMessages } from '#shared/platform/messages.ts'

/** Words about the computers of a school. */
export const deviceMessages = defineMessages(
  'device',
  {
    devices: 'Computers',
    'devices-none': 'De lijst van computers is er zodra het portaal antwoordt.',
    'device-this': 'deze computer',
    'device-seen': 'Gezien {{moment}}',
    'device-never': 'Nog niet gezien',
    'device-active': 'Toegelaten',
    'device-ordered': 'Geblokkeerd, nog niet gewist',
    'device-wiped': 'Gewist en bevestigd',
    block: 'Blokkeren en wissen',
    'block-title': '{{name}} blokkeren en wissen?',
    'block-text':
      'De computer wist zichzelf bij het eerste contact. Wat daar nog niet verstuurd is, gaat verloren.',
    'device-add': 'Computer toevoegen',
    'device-add-for': 'Voor wie',
    'device-add-make': 'Maak een code',
    'device-add-text':
      'Typ deze code binnen tien minuten op de nieuwe computer. Hij werkt één keer.',
    'device-add-numbers': 'Deze computer krijgt geen burgerservicenummers te zien.',
  },
  {
    'nl-BE': {
      'device-add-numbers': 'Deze computer krijgt geen rijksregisternummers te zien.',
    },
    sv: {
      devices: 'Datorer',
      'devices-none': 'Listan över datorer visas när portalen svarar.',
      'device-this': 'den här datorn',
      'device-seen': 'Sedd {{moment}}',
      'device-never': 'Inte sedd än',
      'device-active': 'Godkänd',
      'device-ordered': 'Spärrad, inte raderad än',
      'device-wiped': 'Raderad och bekräftad',
      block: 'Spärra och radera',
      'block-title': 'Spärra och radera {{name}}?',
      'block-text':
        'Datorn raderar sig själv vid första kontakten. Det som inte har skickats därifrån går förlorat.',
      'device-add': 'Lägg till dator',
      'device-add-for': 'För vem',
      'device-add-make': 'Skapa en kod',
      'device-add-text': 'Skriv koden på den nya datorn inom tio minuter. Den fungerar en gång.',
      'device-add-numbers': 'Den här datorn får inte se personnummer.',
    },
    en: {
      devices: 'Computers',
      'devices-none': 'The list of computers is here as soon as the portal answers.',
      'device-this': 'this computer',
      'device-seen': 'Seen {{moment}}',
      'device-never': 'Not seen yet',
      'device-active': 'Let in',
      'device-ordered': 'Blocked, not wiped yet',
      'device-wiped': 'Wiped and confirmed',
      block: 'Block and wipe',
      'block-title': 'Block and wipe {{name}}?',
      'block-text':
        'The computer wipes itself at its first contact. What it has not sent by then is lost.',
      'device-add': 'Add a computer',
      'device-add-for': 'For whom',
      'device-add-make': 'Make a code',
      'device-add-text': 'Type this code on the new computer within ten minutes. It works once.',
      'device-add-numbers': 'That computer will not be shown national numbers.',
    },
  },
)
