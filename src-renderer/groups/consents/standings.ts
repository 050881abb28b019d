import { IconCheck, IconCircleDashed, IconX } from '../../platform/ui/icons.ts'

/** Each answer differs by form as well as by colour. */
export const standings = [
  { standing: 'granted', icon: IconCheck },
  { standing: 'refused', icon: IconX },
  { standing: 'unknown', icon: IconCircleDashed },
] as const

export type Standing = (typeof standings)[number]['standing']

export const standingIcons = { granted: IconCheck, refused: IconX, unknown: IconCircleDashed }
