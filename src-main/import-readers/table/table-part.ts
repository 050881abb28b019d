import type { TableField } from '#shared/imports/table-fields.ts'
import type { Country } from '#shared/platform/language.ts'
import type { Problems } from '../problems.ts'
import { looksOf } from './cell-looks.ts'
import { foldHeader } from './fold-header.ts'
import { readHeader } from './read-header.ts'
import { relationOf } from './read-words.ts'
import type { RowCells } from './row-cells.ts'
import type { DateRules } from './table-date.ts'
import type { LaidOut } from './table-layout.ts'

/** What reading any row of one table needs to know of the whole of it. */
export type TablePart = {
  readonly country: Country
  readonly dates: DateRules
  readonly problems: Problems
  /** Boys are `J` in this table, so that `M` is a girl. */
  readonly isGirlsM: boolean
  /** The column of whole names says that the last name comes first. */
  readonly isLastFirst: (field: TableField) => boolean
  /** Who a guardian is by the name of their columns: `Vader: achternaam`. */
  readonly relationOfColumns: (who: Guardian) => ReturnType<typeof relationOf>
  readonly has: (field: TableField) => boolean
}

export type Guardian = 'guardian1' | 'guardian2'

type Known = {
  readonly country: Country
  readonly today: DateRules['today']
  readonly problems: Problems
}

export function tablePart(laidOut: LaidOut, { country, today, problems }: Known): TablePart {
  const { layout, rows } = laidOut
  const { columns, dateOrder } = layout.mapping
  const indexOf = (field: TableField) => columns.indexOf(field)
  const sexes = indexOf('pupil.sex') < 0 ? null : looksOf(rows, indexOf('pupil.sex'))
  const headersOf = (start: string) =>
    columns.flatMap((field, index) =>
      field?.startsWith(start) ? [layout.columns[index]?.header ?? ''] : [],
    )
  const relations = {
    guardian1: columnRelation('guardian1'),
    guardian2: columnRelation('guardian2'),
  }
  return {
    country,
    dates: { order: dateOrder, today },
    problems,
    isGirlsM: Boolean(sexes && sexes.share(/^j$/i) > 0 && sexes.share(/^[vfk]$/i) === 0),
    isLastFirst: (field) => headersOf(field).some(isLastFirstHeader),
    relationOfColumns: (who) => relations[who],
    has: (field) => indexOf(field) >= 0,
  }

  function columnRelation(who: Guardian) {
    const said = headersOf(`${who}.`).map((header) => relationOf(foldHeader(header)))
    return said.find((relation) => relation && relation !== 'parent')
  }
}

function isLastFirstHeader(header: string) {
  const meaning = readHeader(header)
  return meaning !== null && meaning !== 'not-stored' && meaning.what === 'lastFirst'
}

/** Where a row stood, for the records that come of it. */
export const placeOf = ({ file, line }: RowCells) => ({ file, line })
