import type { OverviewKind } from '#shared/overviews/overview.ts'

type Choice = 'columns' | 'order' | 'orientation' | 'labels' | 'confidential'

/** Which choices mean something for which document. */
export const choicesOf: Record<OverviewKind, readonly Choice[]> = {
  'class-overview': ['columns', 'order', 'orientation', 'confidential'],
  'emergency-list': ['order', 'orientation', 'confidential'],
  'photo-list': ['order', 'orientation', 'confidential'],
  'birthday-list': ['orientation', 'confidential'],
  'address-labels': ['order', 'labels'],
  'pupil-sheet': ['order', 'confidential'],
  'link-letters': ['order'],
}
