export const fileTabs = [
  'details',
  'family',
  'contacts',
  'absence',
  'medical',
  'privacy',
  'history',
] as const
export type FileTab = (typeof fileTabs)[number]

/** A route may name a tab of another version. */
export const readTab = (text: string | undefined): FileTab =>
  fileTabs.find((tab) => tab === text) ?? 'details'
