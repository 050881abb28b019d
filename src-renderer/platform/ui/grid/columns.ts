import type { ReactNode } from 'react'
import { usePreference } from '../../preferences.ts'

export type GridColumn<Row> = {
  readonly id: string
  readonly header: string
  /** The cell in words: copied with Ctrl+C, and shown when there is no `cell`. */
  readonly text: (row: Row) => string
  readonly cell?: (row: Row) => ReactNode
  /** Absent when sorting by this column means nothing. */
  readonly compare?: (a: Row, b: Row) => number
  /** In pixels, and how much of the spare width it takes. */
  readonly width: number
  readonly grow?: number
  /** Names the row: stands first, stays in view, cannot be hidden. Exactly one column does. */
  readonly isName?: boolean
  readonly isHiddenAtFirst?: boolean
  readonly isNumeric?: boolean
  /** Blurred while a parent stands at the desk. */
  readonly isPrivate?: boolean
}

export type GridSort = { readonly column: string; readonly isDescending: boolean }

export type GridLayout = {
  readonly order: readonly string[]
  readonly hidden: readonly string[]
  readonly sort: GridSort | null
  /** In pixels, of the columns that this person made wider or narrower. */
  readonly widths: Readonly<Record<string, number>>
}

/** How one person likes this list: kept under a name of its own and restored at sign-in. */
export function useGridLayout<Row>(name: string, columns: readonly GridColumn<Row>[]) {
  return usePreference(`grid.${name}`, (kept) => parseLayout(kept, columns))
}

export function plainLayout<Row>(columns: readonly GridColumn<Row>[]): GridLayout {
  return {
    order: columns.map(({ id }) => id),
    hidden: columns.filter(({ isHiddenAtFirst }) => isHiddenAtFirst).map(({ id }) => id),
    sort: null,
    widths: {},
  }
}

/** Columns come and go with versions: unknown ones are dropped, new ones stand at the end. */
function parseLayout<Row>(kept: unknown, columns: readonly GridColumn<Row>[]): GridLayout {
  const plain = plainLayout(columns)
  if (!isRecord(kept)) return plain
  const known = (value: unknown) =>
    Array.isArray(value) ? plain.order.filter((id) => value.includes(id)) : []
  const keptOrder = Array.isArray(kept.order)
    ? kept.order.filter((id): id is string => plain.order.includes(String(id)))
    : []
  const unseen = plain.order.filter((id) => !keptOrder.includes(id))
  const hiddenAnew = plain.hidden.filter((id) => unseen.includes(id))
  return {
    order: [...keptOrder, ...unseen],
    hidden: [...known(kept.hidden), ...hiddenAnew],
    sort: parseSort(kept.sort, plain.order),
    widths: parseWidths(kept.widths, plain.order),
  }
}

function parseSort(kept: unknown, ids: readonly string[]): GridSort | null {
  if (!isRecord(kept)) return null
  const column = ids.find((id) => id === kept.column)
  return column ? { column, isDescending: kept.isDescending === true } : null
}

function parseWidths(kept: unknown, ids: readonly string[]) {
  if (!isRecord(kept)) return {}
  const known = Object.entries(kept).flatMap(([id, width]) =>
    ids.includes(id) && typeof width === 'number' ? [[id, usableWidth(width)] as const] : [],
  )
  return Object.fromEntries(known)
}

/** A column can always be found back, and never pushes all others out of sight. */
const narrowest = 48
const widest = 640

export const usableWidth = (width: number) =>
  Math.round(Math.max(narrowest, Math.min(widest, width)))

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The columns as shown: the name first, then by the person's order, without the hidden ones. */
export function shownColumns<Row>(
  columns: readonly GridColumn<Row>[],
  { order, hidden, widths }: GridLayout,
): readonly GridColumn<Row>[] {
  const byOrder = columns
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    // Who chose a width means it: such a column no longer takes its part of what is spare.
    .map((column) => ({
      ...column,
      ...(widths[column.id] && { width: widths[column.id], grow: 0 }),
    }))
  const name = byOrder.filter(({ isName }) => isName)
  const others = byOrder.filter(({ id, isName }) => !isName && !hidden.includes(id))
  return [...name, ...others]
}

/** Wide enough for a box that can be hit. */
export const checkboxWidth = 44

export function trackTemplate<Row>(columns: readonly GridColumn<Row>[], hasBoxes: boolean) {
  const tracks = columns.map(({ width, grow }) =>
    grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`,
  )
  return [...(hasBoxes ? [`${checkboxWidth}px`] : []), ...tracks].join(' ')
}

export function leastWidth<Row>(columns: readonly GridColumn<Row>[], hasBoxes: boolean) {
  const widths = columns.reduce((sum, { width }) => sum + width, 0)
  return widths + (hasBoxes ? checkboxWidth : 0)
}
