import { z } from 'zod'

/** What the printing centre makes. */
export const overviewKinds = [
  'class-overview',
  'emergency-list',
  'photo-list',
  'birthday-list',
  'address-labels',
  'pupil-sheet',
  'link-letters',
] as const
export const OverviewKind = z.enum(overviewKinds)
export type OverviewKind = z.output<typeof OverviewKind>

/** Columns a class overview may have, besides the numbered blank ones. */
export const overviewColumns = [
  'photo',
  'name',
  'firstName',
  'lastName',
  'sex',
  'birthDate',
  'age',
  'group',
  'yearGrade',
  'address',
  'postcodeTown',
  'phone',
  'guardians',
  'email',
  'medicalAlert',
  'pupilNumber',
  'siblings',
  'status',
] as const
export const OverviewColumn = z.enum(overviewColumns)
export type OverviewColumn = z.output<typeof OverviewColumn>

/** Label sheets by product code: rows and columns on A4, sizes in millimetres. */
export const labelSheets = {
  L7160: {
    columns: 3,
    rows: 7,
    width: 63.5,
    height: 38.1,
    top: 15.15,
    left: 7.21,
    gapX: 2.54,
    gapY: 0,
  },
  L7163: {
    columns: 2,
    rows: 7,
    width: 99.1,
    height: 38.1,
    top: 15.15,
    left: 4.65,
    gapX: 2.5,
    gapY: 0,
  },
} as const
export const LabelSheet = z.enum(['L7160', 'L7163'])
export type LabelSheet = z.output<typeof LabelSheet>

export const OverviewRequest = z.object({
  kind: OverviewKind,
  /** Groups to print; empty means all groups of the running year, each on its own pages. */
  groupIds: z.array(z.uuid()).max(200),
  /** Instead of groups: these pupils, as chosen in a list. */
  pupilIds: z.array(z.uuid()).max(5000),
  /** For link letters: these codes; absent for every code that is open. */
  codeIds: z.array(z.uuid()).max(5000).optional(),
  columns: z.array(OverviewColumn).max(18),
  blankColumns: z.number().int().min(0).max(12),
  order: z.enum(['lastName', 'firstName', 'birthDate']),
  orientation: z.enum(['portrait', 'landscape']),
  showConfidential: z.boolean(),
  /** Protected pupils are left out unless the office includes them by hand; then marked. */
  includeProtected: z.boolean(),
  labelSheet: LabelSheet,
  /** First label to use on the first sheet, from 1. */
  labelStart: z.number().int().min(1).max(21),
})
export type OverviewRequest = z.output<typeof OverviewRequest>

export const plainOverview: OverviewRequest = {
  kind: 'class-overview',
  groupIds: [],
  pupilIds: [],
  columns: ['name', 'birthDate', 'address', 'postcodeTown', 'phone'],
  blankColumns: 0,
  order: 'lastName',
  orientation: 'portrait',
  showConfidential: true,
  includeProtected: false,
  labelSheet: 'L7160',
  labelStart: 1,
}
