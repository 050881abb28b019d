import { type TableField, tableFields } from '#shared/imports/table-fields.ts'
import { type Looks, looks } from './cell-looks.ts'
import type { What } from './header-words.ts'
import type { Meaning } from './read-header.ts'

type Read = Meaning | 'not-stored' | null
type Found = { readonly field: TableField | null; readonly confidence: number }

const nothing: Found = { field: null, confidence: 0 }
const known: ReadonlySet<string> = new Set(tableFields)
const isField = (text: string): text is TableField => known.has(text)

/**
 * Turns what the columns' names say into fields, looking at all of them: `naam` beside `voornaam` is a
 * last name, `voornaam` beside `roepnaam` is the official one, the first named parent is guardian 1.
 */
export function fieldsByColumn(meanings: readonly Read[], columns: readonly Looks[]): Found[] {
  const slots = slotsOf(meanings)
  const taken = new Set<TableField>()
  return meanings.map((meaning, index): Found => {
    if (meaning === null || meaning === 'not-stored') return nothing
    const column = columns[index]
    const what = column
      ? settle(meaning, { meanings, column, before: meanings[index - 1] ?? null })
      : null
    const owner = ownerBefore(meanings, index)
    if (what && owner && isBareReach(meaning)) {
      return proposed(fieldOf({ ...meaning, whose: owner }, what, slots), taken)
    }
    const field = what && fieldOf(meaning, what, slots)
    if (!field) return nothing
    const free = !taken.has(field) ? field : otherPhone(field, taken)
    if (free) taken.add(free)
    if (free) return { field: free, confidence: sureness(meaning) }
    return repeated(field, taken)
  })
}

/** `E-mail` or `Telefoon` and nothing more. */
const isBareReach = ({ what, whose }: Meaning) =>
  whose.kind === 'nobody' && /^(email|mobile|phone)$/.test(what)

/** The guardian whose columns stand right before this one, other ways of reaching them between. */
function ownerBefore(meanings: readonly Read[], index: number) {
  const before = meanings
    .slice(0, index)
    .findLast((each) => each === null || each === 'not-stored' || !isBareReach(each))
  return before && before !== 'not-stored' && before.whose.kind === 'guardian' ? before.whose : null
}

/** Likely, and too important to be taken without asking: a parent's address is no pupil's. */
function proposed(field: TableField | null, taken: Set<TableField>): Found {
  const free = field && (taken.has(field) ? otherPhone(field, taken) : field)
  if (free) taken.add(free)
  return free ? { field: free, confidence: 0.5 } : nothing
}

type Table = {
  readonly meanings: readonly Read[]
  readonly column: Looks
  readonly before: Read
}

const plainWhats: Partial<Readonly<Record<What, string>>> = {
  calledName: 'firstName',
  lastFirst: 'fullName',
  number: 'pupilNumber',
}

/** The field's own name, where the other columns or the cells decide. */
function settle(meaning: Meaning, { meanings, column, before }: Table): string {
  const { what, whose } = meaning
  const has = (...wanted: readonly What[]) =>
    meanings.some(
      (each) =>
        each !== null &&
        each !== 'not-stored' &&
        wanted.includes(each.what) &&
        isSame(each, meaning),
    )
  if (what === 'bareNumber') {
    const isHouse = before !== null && before !== 'not-stored' && /^street/.test(before.what)
    return isHouse ? 'houseNumber' : whose.kind === 'nobody' ? 'none' : 'pupilNumber'
  }
  if (what === 'name') {
    const isLast = has('firstName', 'calledName', 'officialNames') && !has('lastName')
    return isLast ? 'lastName' : 'fullName'
  }
  if (what === 'firstName') {
    return has('calledName') && whose.kind !== 'guardian' ? 'officialNames' : 'firstName'
  }
  if (what === 'officialNames' && whose.kind === 'guardian') return 'firstName'
  const isTownLine = /^(streetLine|town|postcode)$/.test(what)
  if (isTownLine && column.share(looks.postcodeAndTown) > 0.6) return 'postcodeAndTown'
  if (what === 'street' && !has('houseNumber') && column.share(/\p{L}.* \d+/u) > 0.6) {
    return 'streetLine'
  }
  return plainWhats[what] ?? what
}

/** Whether two columns are about the same person; those of nobody are about the pupil. */
function isSame(a: Meaning, b: Meaning) {
  const person = ({ whose }: Meaning) =>
    whose.kind === 'guardian' ? `guardian ${whose.person}` : 'pupil'
  return person(a) === person(b)
}

const homes =
  /^(streetLine|street|houseNumber|houseNumberAddition|postcode|town|postcodeAndTown|addressCountry)$/

function fieldOf(
  { whose }: Meaning,
  what: string,
  slots: ReadonlyMap<string, 1 | 2>,
): TableField | null {
  const slot = whose.kind === 'guardian' ? slots.get(whose.person) : null
  if (slot === undefined) return null
  const field = ownerOf(what, whose.kind, slot)
  return isField(field) ? field : null
}

function ownerOf(what: string, kind: Meaning['whose']['kind'], slot: 1 | 2 | null): string {
  if (homes.test(what)) return `household${slot === 2 || kind === 'second-home' ? 2 : 1}.${what}`
  if (slot && what === 'pupilNumber') return `guardian${slot}.key`
  if (slot && what === 'familyKey') return 'family.key'
  if (slot) return `guardian${slot}.${what}`
  if (what === 'groupName') return 'group.name'
  if (what === 'groupKey') return 'group.key'
  if (what === 'teacher') return 'group.teacher'
  if (what === 'schoolYear') return 'school.year'
  if (what === 'familyKey') return 'family.key'
  // Said of nobody, these are about the one guardian who is in the table.
  if (/^(relation|authority|language)$/.test(what)) return `guardian1.${what}`
  return `pupil.${what}`
}

/** Which guardian is first: the numbered ones by number, the others in the order they are met. */
function slotsOf(meanings: readonly Read[]): ReadonlyMap<string, 1 | 2> {
  const people = meanings.flatMap((each) =>
    each !== null && each !== 'not-stored' && each.whose.kind === 'guardian'
      ? [each.whose.person]
      : [],
  )
  const slots = new Map<string, 1 | 2>()
  for (const person of ['1', '2'] as const) {
    if (people.includes(person)) slots.set(person, person === '1' ? 1 : 2)
  }
  for (const person of new Set(people)) {
    if (slots.has(person) || person === '3' || person === '4') continue
    // `Ouder/verzorger e-mail` beside `Ouder 1` is the same one; a mother beside them is another.
    if (person === '' && slots.has('1')) slots.set(person, 1)
    else if (![...slots.values()].includes(1)) slots.set(person, 1)
    else if (![...slots.values()].includes(2)) slots.set(person, 2)
  }
  return slots
}

/** A second number of the same person stands where there is room: its kind is told from itself. */
function otherPhone(field: TableField, taken: ReadonlySet<TableField>): TableField | null {
  const other = field.endsWith('.phone')
    ? field.replace('.phone', '.mobile')
    : field.endsWith('.mobile')
      ? field.replace('.mobile', '.phone')
      : ''
  return isField(other) && !taken.has(other) ? other : null
}

/** `Voornaam` for the second time is perhaps a parent's: proposed, and always asked. */
function repeated(field: TableField, taken: Set<TableField>): Found {
  const [, what] = field.split('.')
  if (!field.startsWith('pupil.')) return nothing
  const free = [`guardian1.${what}`, `guardian2.${what}`].find(
    (each): each is TableField => isField(each) && !taken.has(each),
  )
  if (free) taken.add(free)
  return free ? { field: free, confidence: 0.3 } : nothing
}

/** Words that are used for more than one thing are a little less sure. */
function sureness({ what, whose }: Meaning): number {
  if (whose.kind !== 'nobody') return 1
  if (/^(email|mobile|phone|key|note|name)$/.test(what)) return 0.7
  return 1
}
