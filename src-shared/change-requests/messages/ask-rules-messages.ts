import { defineMessages } from '#shared/platform/messages.ts'

/** Which details guardians may ask to change. */
export const askRulesMessages = defineMessages(
  'askRules',
  {
    title: 'Wat ouders mogen wijzigen',
    intro:
      'Kies per onderdeel of gegeven. Nationaal nummer, gezag en afscherming kan een ouder nooit wijzigen. Toestemmingen gelden meteen.',
    for: 'Geldt voor',
    'whole-school': 'Hele school',
    'whole-tab': 'Het hele onderdeel {{tab}}',
    'mode-ask': 'mag gevraagd worden',
    'mode-needs-authority': 'alleen met gezag',
    'mode-read-only': 'alleen zien',
    'mode-hidden': 'verborgen',
    changed: 'Regel gewijzigd',
  },
  {
    'nl-BE': {
      intro:
        'Kies per onderdeel of gegeven. Rijksregisternummer, ouderlijk gezag en afscherming kan een ouder nooit wijzigen. Toestemmingen gelden meteen.',
      'mode-needs-authority': 'alleen met ouderlijk gezag',
    },
    sv: {
      title: 'Vad vårdnadshavare får ändra',
      intro:
        'Välj per del eller uppgift. Personnummer, vårdnad och skydd kan aldrig ändras av vårdnadshavare. Samtycken gäller direkt.',
      for: 'Gäller för',
      'whole-school': 'Hela skolan',
      'whole-tab': 'Hela delen {{tab}}',
      'mode-ask': 'får begäras',
      'mode-needs-authority': 'bara vårdnadshavare',
      'mode-read-only': 'bara visas',
      'mode-hidden': 'dold',
      changed: 'Regeln ändrad',
    },
    en: {
      title: 'What guardians may change',
      intro:
        'Choose for each part or detail. National number, authority and protection can never be changed by a guardian. Consents count at once.',
      for: 'Counts for',
      'whole-school': 'Whole school',
      'whole-tab': 'The whole part {{tab}}',
      'mode-ask': 'may be asked',
      'mode-needs-authority': 'only with authority',
      'mode-read-only': 'see only',
      'mode-hidden': 'hidden',
      changed: 'Rule changed',
    },
  },
)
