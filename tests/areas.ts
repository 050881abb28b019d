/** Numbers of the areas in the rail of the office, as Ctrl and a number open them. */
export const areas = {
  today: 1,
  inbox: 2,
  absences: 3,
  pupils: 4,
  meetings: 5,
  calendar: 6,
  overviews: 7,
  manage: 8,
} as const
