import { defineMessages } from '#shared/platform/messages.ts'

/** The sheet on which a family without an account looks over what the school knows. */
export const checkSheetMessages = defineMessages(
  'checkSheet',
  {
    title: 'Kloppen onze gegevens nog?',
    dear: 'Beste {{name}},',
    ask: 'Dit weten wij van u en uw kinderen. Kijk of alles klopt. Schrijf achter wat niet klopt hoe het wel moet. Lever dit blad uiterlijk {{day}} in bij {{school}}.',
    'all-right': 'Alles klopt',
    what: 'Gegeven',
    known: 'Zo staat het bij ons',
    better: 'Zo moet het zijn',
    code: 'Code voor de administratie',
    signed: 'Datum en handtekening',
    unknown: 'nog niet bekend',
    'own-data': 'Uw gegevens',
  },
  {
    'nl-BE': { code: 'Code voor het secretariaat' },
    sv: {
      title: 'Stämmer våra uppgifter?',
      dear: 'Hej {{name}},',
      ask: 'Det här vet vi om er och era barn. Kontrollera att allt stämmer. Skriv bredvid om något ska ändras. Lämna bladet senast {{day}} till {{school}}.',
      'all-right': 'Allt stämmer',
      what: 'Uppgift',
      known: 'Så står det hos oss',
      better: 'Så ska det vara',
      code: 'Kod för expeditionen',
      signed: 'Datum och underskrift',
      unknown: 'inte känt',
      'own-data': 'Era uppgifter',
    },
    en: {
      title: 'Is what we know still right?',
      dear: 'Dear {{name}},',
      ask: 'This is what we know of you and your children. Please see whether all is right. Write beside what is not how it should be. Hand this sheet in at {{school}} by {{day}}.',
      'all-right': 'Everything is right',
      what: 'What',
      known: 'As we have it',
      better: 'As it should be',
      code: 'Code for the office',
      signed: 'Date and signature',
      unknown: 'not known yet',
      'own-data': 'Your own details',
    },
  },
)
