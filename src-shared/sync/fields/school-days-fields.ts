import type { TableFields } from '../field-kinds.ts'

/** School days: years, holidays, patterns of the day. */
export const schoolDayFields: TableFields = {
  dayPatterns: {
    id: 'text',
    groupId: 'text?',
    startsOn: 'text',
    monday: 'text?',
    tuesday: 'text?',
    wednesday: 'text?',
    thursday: 'text?',
    friday: 'text?',
  },
  dayExceptions: {
    id: 'text',
    kind: 'text',
    name: 'text',
    startsOn: 'text',
    endsOn: 'text',
    part: 'text',
    hours: 'text?',
    groupIds: 'text?',
    presetKey: 'text?',
  },
  pupilDayExceptions: {
    id: 'text',
    pupilId: 'text',
    kind: 'text',
    name: 'text',
    startsOn: 'text',
    endsOn: 'text',
    part: 'text',
    hours: 'text?',
    weekdays: 'text?',
  },
  terms: { id: 'text', name: 'text', startsOn: 'text', endsOn: 'text' },
  calendarFeeds: {
    id: 'text',
    name: 'text',
    groupIds: 'text?',
    guardianId: 'text?',
    accountId: 'text?',
    madeAt: 'text',
    withdrawnAt: 'text?',
  },
}
