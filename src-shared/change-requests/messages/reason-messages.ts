import { defineMessages } from '#shared/platform/messages.ts'

/** Sentences with which the office says no, in the language of the guardian. */
export const reasonMessages = defineMessages(
  'reasons',
  {
    'reason.check': 'We hebben dit nagekeken en houden wat er stond.',
    'reason.document': 'We hebben hiervoor een bewijs nodig. Kom langs bij de administratie.',
    'reason.wrong': 'Dit klopt volgens ons niet. Kijk het nog eens na.',
    'reason.both': 'Hiervoor vragen we het akkoord van beide ouders.',
    'reason.call': 'Belt u ons even? Dan leggen we het uit.',
  },
  {
    'nl-BE': {
      'reason.document': 'We hebben hiervoor een bewijs nodig. Kom langs bij het secretariaat.',
      'reason.call': 'Bel ons even? Dan leggen we het uit.',
    },
    sv: {
      'reason.check': 'Vi har kontrollerat detta och behåller det som stod.',
      'reason.document': 'Vi behöver underlag för detta. Kom till expeditionen.',
      'reason.wrong': 'Det här verkar inte stämma. Se över det igen.',
      'reason.both': 'För detta behöver vi båda vårdnadshavarnas godkännande.',
      'reason.call': 'Ring oss gärna, så förklarar vi.',
    },
    en: {
      'reason.check': 'We checked this and keep what stood there.',
      'reason.document': 'We need a document for this. Please come to the office.',
      'reason.wrong': 'This does not seem right. Please look at it again.',
      'reason.both': 'For this we need both parents to agree.',
      'reason.call': 'Please call us, then we explain.',
    },
  },
)
