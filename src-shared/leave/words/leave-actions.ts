/** What commands of leave are called in the history. */
export const leaveActions = {
  nl: {
    'leave.ask': 'Verlof aangevraagd',
    'leave.setDocument': 'Bewijs bij verlof vastgelegd',
    'leave.recordConsent': 'Instemming met verlof vastgelegd',
    'leave.decide': 'Over verlof beslist',
    'leave.withdraw': 'Verlof ingetrokken',
    'leave.recordForwarded': 'Verlof doorgestuurd',
    'leave.saveSettings': 'Instelling van verlof gewijzigd',
  },
  sv: {
    'leave.ask': 'Ledighet ansökt',
    'leave.setDocument': 'Intyg för ledighet antecknat',
    'leave.recordConsent': 'Samtycke till ledighet antecknat',
    'leave.decide': 'Ledighet beslutad',
    'leave.withdraw': 'Ledighet återtagen',
    'leave.recordForwarded': 'Ledighet vidarebefordrad',
    'leave.saveSettings': 'Inställning för ledighet ändrad',
  },
  en: {
    'leave.ask': 'Leave asked for',
    'leave.setDocument': 'Document for leave written down',
    'leave.recordConsent': 'Consent to leave written down',
    'leave.decide': 'Leave decided',
    'leave.withdraw': 'Leave withdrawn',
    'leave.recordForwarded': 'Leave forwarded',
    'leave.saveSettings': 'Setting of leave changed',
  },
} as const
