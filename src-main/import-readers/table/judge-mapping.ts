import type { TableMapping } from '#shared/imports/table-mapping.ts'
import { saysWho } from '#shared/imports/table-subject.ts'
import { limits } from '../limits.ts'
import type { Problems } from '../problems.ts'
import { isSure } from './guess-columns.ts'
import type { LaidOut } from './table-layout.ts'

/** Whether the table can be read like this; what stands in the way is told. */
export function judgeMapping(
  { layout, isChosen, areDatesUnclear, rows }: LaidOut,
  asked: TableMapping | null,
  problems: Problems,
): boolean {
  const { file, columns, mapping } = layout
  const before = problems.list.length
  const fields = mapping.columns.filter((field) => field !== null)
  if (isChosen && asked && hasTooMany(asked, columns.length)) {
    problems.warn('mapping-not-table', { file })
  }
  const isNamed = fields.some((field) => /^(pupil|guardian\d)\..*[nN]ames?$/.test(field))
  for (const [index, field] of mapping.columns.entries()) {
    const isTwice = field !== null && mapping.columns.indexOf(field) !== index
    const where = { file, line: mapping.headerLine, field: nameOf(columns[index]?.header, index) }
    if (isTwice) problems.warn('mapping-field-twice', where)
    const confidence = columns[index]?.confidence ?? 0
    // With a key alone every row hangs on that column, so that a likely one is not enough.
    const isEnough = isNamed || field !== 'pupil.key' ? isSure(confidence) : confidence === 1
    if (field && !isChosen && !isEnough) problems.warn('mapping-unsure', where)
  }
  if (!saysWho(new Set(fields))) problems.warn('mapping-name-missing', { file })
  if (areDatesUnclear) problems.warn('dates-unclear', { file, field: dateColumn(layout) })
  if (rows.length > limits.records) problems.refuse('too-large', { file })
  return problems.list.length === before
}

const nameOf = (header: string | null | undefined, index: number) => header ?? String(index + 1)

/** Columns were chosen for another sheet or separator than this one. */
const hasTooMany = ({ columns }: TableMapping, width: number) =>
  columns.slice(width).some((field) => field !== null)

function dateColumn({ columns, mapping }: LaidOut['layout']) {
  const index = mapping.columns.findIndex((field) => field && /(birthDate|sOn)$/.test(field))
  return columns[index]?.header ?? null
}
