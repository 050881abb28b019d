/** What commands of counters are called in the history. */
export const counterActions = {
  nl: {
    'counters.contest': 'Regel van een telling betwist',
    'counters.withdrawContest': 'Betwisting ingetrokken',
    'counters.prepare': 'Melding voorbereid',
    'counters.recordSent': 'Verzending van een melding vastgelegd',
    'counters.setFigure': 'Getal van een telling gewijzigd',
  },
  sv: {
    'counters.contest': 'Rad i en räkning ifrågasatt',
    'counters.withdrawContest': 'Ifrågasättande återtaget',
    'counters.prepare': 'Anmälan förberedd',
    'counters.recordSent': 'Att en anmälan skickats antecknat',
    'counters.setFigure': 'Tal för en räkning ändrat',
  },
  en: {
    'counters.contest': 'Line of a counter contested',
    'counters.withdrawContest': 'Contest withdrawn',
    'counters.prepare': 'Report prepared',
    'counters.recordSent': 'Sending of a report recorded',
    'counters.setFigure': 'Figure of a counter changed',
  },
} as const
