import { plainName } from '#shared/imports/table-preset.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import type { Problems } from '../problems.ts'
import type { LaidOut } from './table-layout.ts'

const roleColumns =
  /^(primary role|role|rol|roll|gebruikerstype|user type|usertype|persontype|soort gebruiker)$/
const otherRoles =
  /\b(parent|guardian|ouder|verzorger|vardnadshavare|staff|teacher|leerkracht|personeel|medewerker|larare|personal|employee|administrator|support|co ?account)\b/

/**
 * Leaves out the rows that say of themselves that they are no pupil's: by a column of roles, or by a
 * mail address of staff where pupils have one of their own (SS 12000). They are told, not made pupils.
 */
export function withoutOtherRoles(laidOut: LaidOut, problems: Problems): LaidOut {
  const { layout, rows } = laidOut
  const names = layout.columns.map(({ header }) => plainName(header ?? ''))
  const isFree = (index: number) => layout.mapping.columns[index] === null
  const role = names.findIndex((name, index) => roleColumns.test(name) && isFree(index))
  const staff = names.findIndex((name, index) => name === 'staffemail' && isFree(index))
  const student = names.indexOf('studentemail')
  if (role < 0 && (staff < 0 || student < 0)) return laidOut
  const { file } = layout
  const kept = rows.filter(({ line, cells }) => {
    const said = role < 0 ? '' : (cells[role]?.trim() ?? '')
    const isOther = otherRoles.test(foldText(said))
    const isStaff = staff >= 0 && Boolean(cells[staff]?.trim()) && !cells[student]?.trim()
    const field = layout.columns[isOther ? role : staff]?.header ?? null
    const value = isOther ? said : null
    if (isOther || isStaff) problems.leaveOut('role-skipped', { file, line, field, value })
    return !isOther && !isStaff
  })
  return { ...laidOut, rows: kept }
}
