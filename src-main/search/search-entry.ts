import { foldText } from '#shared/platform/fold-text.ts'
import type { Country } from '#shared/platform/language.ts'
import type { PupilStatus } from '#shared/pupils/pupil.ts'
import { phoneDigits } from '#shared/search/haystack.ts'
import type { SearchHit } from '#shared/search/search-contract.ts'

export type FoundBy = SearchHit['because']['field']

/** One thing to be found by, as it stands in the record and folded for comparing. */
export type EntryField = {
  readonly field: FoundBy
  readonly text: string
  readonly folded: string
}

/** Somebody or something that can be found: only what a mask shows everybody is in it. */
export type Entry = {
  readonly kind: SearchHit['kind']
  readonly id: string
  readonly title: string
  /** Folded, with a space before each word: ` anna van den berg`. */
  readonly name: string
  readonly sortName: string
  readonly status: PupilStatus | null
  readonly relation: SearchHit['relation']
  /** Pupils whose being seen makes this seen: the pupil itself, or the children. */
  readonly pupilIds: readonly string[]
  /** Looked in for callers who may see national numbers; null when there is none. */
  readonly nationalNumber: string | null
  readonly fields: readonly EntryField[]
  /** All folded fields, in three parts by how much it says to be found there. */
  readonly names: string
  readonly reach: string
  readonly address: string
}

export type NewEntry = Pick<Entry, 'kind' | 'id' | 'title'> &
  Partial<Pick<Entry, 'status' | 'relation' | 'pupilIds' | 'nationalNumber'>> & {
    readonly sortName: string
    readonly fields: readonly (EntryField | null)[]
  }

export function createEntry(entry: NewEntry): Entry {
  const fields = entry.fields.filter((field) => field !== null)
  return {
    kind: entry.kind,
    id: entry.id,
    title: entry.title,
    name: ` ${foldText(entry.title).replace(/[-']/g, ' ')}`,
    sortName: foldText(entry.sortName),
    status: entry.status ?? null,
    relation: entry.relation ?? null,
    pupilIds: entry.pupilIds ?? [],
    nationalNumber: entry.nationalNumber?.replace(/\D/g, '') || null,
    fields,
    names: joined(fields, (field) => field === 'name'),
    reach: joined(fields, (field) => field !== 'name' && field !== 'address'),
    address: joined(fields, (field) => field === 'address'),
  }
}

function joined(fields: readonly EntryField[], isWanted: (field: FoundBy) => boolean) {
  const wanted = fields.filter(({ field }) => isWanted(field))
  // Text added piece by piece would be put together at the first search, while somebody waits.
  return wanted.map(({ folded }) => folded).join('\n')
}

export function textField(field: FoundBy, text: string | null): EntryField | null {
  return text ? { field, text, folded: foldText(text) } : null
}

/** Found by its digits, and as it stands for a number that could not be read. */
export function phoneField(number: string, country: Country): EntryField {
  return {
    field: 'phone',
    text: number,
    folded: `${foldText(number)} ${phoneDigits(number, country)}`,
  }
}
