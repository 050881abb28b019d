import type { GuardianLinkFields } from '#shared/families/guardian.ts'
import type { SourceGuardian, SourcePhone } from '#shared/imports/import-source.ts'
import type { Language } from '#shared/platform/language.ts'
import { cleanText, readNote } from '../read-values.ts'
import { readPhones } from './cell-phones.ts'
import { languageCode } from './locale-names.ts'
import { authorityOf, relationOf, sexOf } from './read-words.ts'
import type { RowCells } from './row-cells.ts'
import { readCellEmail } from './row-email.ts'
import { type RowNames, readNames } from './row-names.ts'
import { readKey } from './row-pupil.ts'
import type { Guardian, TablePart } from './table-part.ts'

export type RowGuardian = {
  readonly key: string | null
  readonly names: RowNames
  readonly email: string | null
  readonly phones: readonly SourcePhone[]
  readonly more: NonNullable<SourceGuardian['more']>
  readonly tie: Partial<GuardianLinkFields>
}

/** What one row says of a guardian; null when it names nobody who could be reached or called. */
export function readRowGuardian(row: RowCells, who: Guardian, part: TablePart): RowGuardian | null {
  const { country, problems } = part
  const names = readNames(row, who, part)
  const email = readCellEmail(row.value(`${who}.email`), problems)
  const phones = [
    ...readPhones(row.value(`${who}.mobile`), 'mobile', country, problems),
    ...readPhones(row.value(`${who}.phone`), 'home', country, problems),
  ]
  const isNamed = Boolean(names.firstName || names.lastName)
  if (!isNamed && !email && phones.length === 0) return null
  if (!isNamed) {
    const where = row.value(email ? `${who}.email` : `${who}.mobile`)
    problems.warnOnce('guardian-unnamed', { ...where, value: null })
  }
  return {
    key: readKey(row, `${who}.key`, part),
    names,
    email,
    phones: phones.filter(
      ({ number }, index) => phones.findIndex((each) => each.number === number) === index,
    ),
    more: moreOf(row, who, names, part),
    tie: tieOf(row, who, part),
  }
}

function moreOf(row: RowCells, who: Guardian, { initials }: RowNames, part: TablePart) {
  const value = row.value(`${who}.sex`)
  const sex = sexOf(value.text, false)
  const spoken = row.value(`${who}.language`)
  const language = languageOf(spoken.text, part)
  if (cleanText(value.text) && sex === undefined) {
    part.problems.warn('value-invalid', { ...value, value: value.text })
  }
  if (cleanText(spoken.text) && language === null) {
    part.problems.warn('value-invalid', { ...spoken, value: spoken.text })
  }
  return {
    ...(initials && { initials }),
    ...(sex && sex !== 'unknown' && { sex }),
    ...(language && { language }),
  }
}

/** Letters are written in these languages alone. */
function languageOf(text: string, { country }: TablePart): Language | null {
  const code = cleanText(text) === null ? null : languageCode(text)
  if (code === 'nl') return country === 'be' ? 'nl-BE' : 'nl'
  return code === 'sv' || code === 'en' ? code : null
}

/** The column's own word goes before its title; a word that is no relation of ours stays as a note. */
function tieOf(row: RowCells, who: Guardian, part: TablePart): Partial<GuardianLinkFields> {
  const said = readNote(row.value(`${who}.relation`), part.problems)
  const authority = row.value(`${who}.authority`)
  const legal = cleanText(authority.text) === null ? undefined : authorityOf(authority.text)
  if (cleanText(authority.text) !== null && legal === undefined) {
    part.problems.warn('value-invalid', { ...authority, value: authority.text })
  }
  const relation = said === null ? part.relationOfColumns(who) : (relationOf(said) ?? 'other')
  const isOther = said !== null && relationOf(said) === undefined
  return {
    relation: relation ?? 'parent',
    ...(legal && { authority: legal }),
    ...(isOther && { note: said }),
  }
}
