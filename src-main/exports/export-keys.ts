import type { ExportedKey } from './exported-school.ts'

type Keyed = { readonly id: string; readonly keys: readonly ExportedKey[] }

/**
 * The key by which a record leaves: the one its own system gave it, so that this system knows it
 * again, else our id, which stays the same as long as the record lives.
 */
export function keyFor({ id, keys }: Keyed, source: string): string {
  return keys.find((key) => key.source === source)?.value ?? id
}

export function keyOfSource({ keys }: Keyed, source: string): string | null {
  return keys.find((key) => key.source === source)?.value ?? null
}
