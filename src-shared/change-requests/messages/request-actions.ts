/** What commands about requests and data checks are called in the history. */
export const requestActions = {
  nl: {
    'changeRequests.decide': 'Wijzigingsverzoek beoordeeld',
    'changeRequests.acceptSimple': 'Wijzigingsverzoek overgenomen',
    'changeRequests.enterPaper': 'Wijziging van papier overgenomen',
    'changeRequests.setRule': 'Regel voor wijzigingsverzoeken gewijzigd',
    'dataChecks.start': 'Gegevenscontrole gestart',
    'dataChecks.remind': 'Ouders herinnerd aan gegevenscontrole',
    'dataChecks.close': 'Gegevenscontrole gesloten',
    'dataChecks.confirm': 'Gegevens bevestigd',
  },
  'nl-BE': {
    'changeRequests.decide': 'Wijziging beoordeeld',
    'changeRequests.acceptSimple': 'Wijziging overgenomen',
    'changeRequests.setRule': 'Regel voor wijzigingen gewijzigd',
  },
  sv: {
    'changeRequests.decide': 'Ändringsbegäran bedömd',
    'changeRequests.acceptSimple': 'Ändringsbegäran godkänd',
    'changeRequests.enterPaper': 'Ändring från papper införd',
    'changeRequests.setRule': 'Regel för ändringsbegäran ändrad',
    'dataChecks.start': 'Uppgiftskontroll startad',
    'dataChecks.remind': 'Vårdnadshavare påminda om uppgiftskontroll',
    'dataChecks.close': 'Uppgiftskontroll avslutad',
    'dataChecks.confirm': 'Uppgifter bekräftade',
  },
  en: {
    'changeRequests.decide': 'Change request decided',
    'changeRequests.acceptSimple': 'Change request accepted',
    'changeRequests.enterPaper': 'Change taken over from paper',
    'changeRequests.setRule': 'Rule for change requests changed',
    'dataChecks.start': 'Data check started',
    'dataChecks.remind': 'Guardians reminded of the data check',
    'dataChecks.close': 'Data check closed',
    'dataChecks.confirm': 'Data confirmed',
  },
} as const
