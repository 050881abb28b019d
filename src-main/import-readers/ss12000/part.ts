import { limits } from '../limits.ts'
import type { Problems } from '../problems.ts'
import type { Value } from '../read-values.ts'

/** One object of the standard and where it stands: a person, or an address of one. */
export type Part = {
  readonly file: string
  readonly line: number | null
  /** In front of a member's name where a problem is told: `emails.` */
  readonly path: string
  readonly members: Members
  /** What the file calls a member, where that is not the standard's name: columns of the CSV form. */
  readonly columns: ReadonlyMap<string, string> | null
}

export type Members = Readonly<Record<string, unknown>>

export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A member of its own: `__proto__` and `constructor` of a file mean nothing. */
export const memberOf = ({ members }: Part, name: string): unknown =>
  Object.hasOwn(members, name) ? members[name] : undefined

export const whereOf = (part: Part, name: string) => ({
  file: part.file,
  line: part.line,
  field: part.path + (part.columns?.get(name) ?? name),
})

/**
 * Text, numbers and true or false as text; empty for what is absent, a list or an object, and for
 * a number too big to be kept to its last digit.
 */
export function textOf(part: Part, name: string): string {
  const value = memberOf(part, name)
  if (typeof value === 'string') return value.trim()
  const isExact = typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER
  return isExact || typeof value === 'boolean' ? String(value) : ''
}

export const valueIn = (part: Part, name: string): Value => ({
  text: textOf(part, name),
  ...whereOf(part, name),
})

/** The objects of a list; one object alone is a list of one, and plain text an object with `value`. */
export function partsOf(part: Part, name: string): Part[] {
  const value = memberOf(part, name)
  const { file, line, columns } = part
  const list = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
  return list.flatMap((each): Part[] => {
    const members = isMembers(each) ? each : typeof each === 'string' ? { value: each } : null
    return members ? [{ file, line, columns, path: `${part.path}${name}.`, members }] : []
  })
}

/** Objects that were put in because somebody asked for them with `expand`. */
export const embeddedOf = (part: Part, name: string): Part[] =>
  partsOf(part, '_embedded').flatMap((embedded) =>
    partsOf(embedded, name).map((each) => ({ ...each, path: '' })),
  )

/** The id that `{ id, displayName }` points to; empty when there is none. */
export function refOf(part: Part, name: string): string {
  const [reference] = partsOf(part, name)
  if (!reference) return textOf(part, `${name}Id`)
  return textOf(reference, 'id') || textOf(reference, 'value')
}

/** Objects by id; one without an id, or with the id of another, is left out. */
export function createCollection(kind: 'pupils' | 'groups' | 'staff' | null, problems: Problems) {
  const byId = new Map<string, Part>()
  return {
    byId,
    /** Whether it is a new one. */
    add(part: Part): boolean {
      const id = textOf(part, 'id')
      const where = { ...whereOf(part, 'id'), kind }
      const known = byId.get(id)
      if (id === '') problems.leaveOut('value-missing', where)
      else if (id.length > limits.key) problems.leaveOut('value-too-long', { ...where, value: id })
      else if (!known) {
        byId.set(id, part)
        if (byId.size > limits.records) problems.refuse('too-large', { file: part.file })
        return true
      }
      // A list that changes while its pages are fetched may say the same twice.
      else if (JSON.stringify(known.members) !== JSON.stringify(part.members)) {
        problems.leaveOut('key-repeated', { ...where, value: id })
      }
      return false
    },
  }
}
export type Collection = ReturnType<typeof createCollection>
