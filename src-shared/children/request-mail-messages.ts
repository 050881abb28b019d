import { defineMessages } from '#shared/platform/messages.ts'

/** Letters about requests and data checks. They name no child and no detail: these are read after signing in. */
export const requestMailMessages = defineMessages(
  'request-mail',
  {
    opening: 'Goedendag,',
    closing: 'Met vriendelijke groet,\n{{school}}',
    'answer.subject': 'Antwoord van {{school}} op uw verzoek',
    'answer.accepted': 'De school heeft overgenomen wat u doorgaf.',
    'answer.partly':
      'De school heeft een deel overgenomen van wat u doorgaf. Bij de rest staat waarom niet.',
    'answer.rejected': 'De school heeft niet overgenomen wat u doorgaf. U leest waarom.',
    'answer.unchanged': 'Wat u doorgaf, stond al zo bij de school.',
    'answer.action': 'Lees het antwoord',
    'remind.subject': 'Kloppen de gegevens nog? {{school}} vraagt het u',
    'remind.body':
      'De school vraagt u voor {{day}} te kijken of de gegevens van uw gezin nog kloppen. Klopt alles, dan is één tik genoeg.',
    'remind.action': 'Gegevens bekijken',
  },
  {
    'nl-BE': {},
    sv: {
      opening: 'Hej,',
      closing: 'Vänliga hälsningar\n{{school}}',
      'answer.subject': 'Svar från {{school}} på din ändring',
      'answer.accepted': 'Skolan har ändrat det du meddelade.',
      'answer.partly': 'Skolan har ändrat en del av det du meddelade. För resten står varför inte.',
      'answer.rejected': 'Skolan har inte ändrat det du meddelade. Du kan läsa varför.',
      'answer.unchanged': 'Det du meddelade stod redan så hos skolan.',
      'answer.action': 'Läs svaret',
      'remind.subject': 'Stämmer uppgifterna? {{school}} undrar',
      'remind.body':
        'Skolan ber dig kontrollera före {{day}} att uppgifterna om din familj stämmer. Stämmer allt räcker det med ett tryck.',
      'remind.action': 'Se uppgifterna',
    },
    en: {
      opening: 'Hello,',
      closing: 'Kind regards,\n{{school}}',
      'answer.subject': 'An answer from {{school}} to your request',
      'answer.accepted': 'The school has taken over what you asked.',
      'answer.partly':
        'The school has taken over part of what you asked. With the rest it says why not.',
      'answer.rejected': 'The school has not taken over what you asked. You can read why.',
      'answer.unchanged': 'What you asked was so at the school already.',
      'answer.action': 'Read the answer',
      'remind.subject': 'Are the details still right? {{school}} asks you',
      'remind.body':
        'The school asks you to see before {{day}} whether the details of your family are still right. If they are, one tap is enough.',
      'remind.action': 'See the details',
    },
  },
)
