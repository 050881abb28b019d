import { PhoneId, type PhoneOwner } from '#shared/families/contact.ts'
import type { SourcePhone } from '#shared/imports/import-source.ts'
import { phones } from '../../families/families-table.ts'
import type { Planning, Write } from './planning.ts'

/** Numbers that are not known yet, after those that are. No number is ever taken away. */
export function planPhones(
  { school, newId, readPhone }: Planning,
  ownerKind: PhoneOwner,
  ownerId: string,
  said: readonly SourcePhone[],
) {
  const known = school.phonesByOwner.get(ownerId) ?? []
  const numbers = new Set(known.map(({ number }) => number))
  let position = known.reduce((last, phone) => Math.max(last, phone.position), 0)
  const changes: { field: string; from: null; to: string }[] = []
  const writes: Write[] = []
  for (const { number: typed, kind } of said) {
    const read = readPhone(typed)
    if (numbers.has(read.number)) continue
    numbers.add(read.number)
    position++
    const row = {
      id: PhoneId.parse(newId()),
      ownerKind,
      ownerId,
      // No number tells that it rings at somebody's work.
      kind: kind === 'work' ? kind : (read.kind ?? kind),
      number: read.number,
      mayCallDuringSchool: true,
      position,
    }
    changes.push({ field: 'phone', from: null, to: read.number })
    writes.push((db) => db.save(phones, row))
  }
  return { changes, writes }
}
