/**
 * An answer as JSON text, with the bytes of a file it holds beside the text: inside it each byte
 * would be a number of its own, many times as long.
 */
export function packAnswer(answer: unknown): {
  readonly json: string
  readonly bytes: Uint8Array | null
} {
  const value = isRecord(answer) && isRecord(answer.value) ? answer.value : null
  const bytes = value?.bytes instanceof Uint8Array ? value.bytes : null
  const text = bytes ? { ...(answer as object), value: { ...value, bytes: null } } : answer
  return { json: JSON.stringify(text ?? null), bytes }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
