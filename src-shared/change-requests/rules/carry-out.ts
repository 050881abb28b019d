import type { FieldValue } from '#shared/sync/sync-protocol.ts'
import type { ChangePart, ChangeRequest } from '../change-request.ts'
import { askFieldOf } from './ask-fields.ts'
import { type AskProblem, readAsked } from './asked-value.ts'
import {
  columnValue,
  type Effect,
  endEffects,
  type Making,
  newContactEffects,
  newPhoneEffects,
  setEffect,
} from './effects.ts'
import { type Movers, moveEffects, usualMovers } from './move.ts'
import { readNewRow } from './new-rows.ts'
import { type AskGround, type AskRefusal, whyNotAsk } from './why-not-ask.ts'

/** A part that is accepted, with the text that is written: what was asked, or the office's own. */
export type AcceptedPart = {
  readonly part: ChangePart
  readonly value: string | null
}

export type CarryOut = Making & {
  readonly request: ChangeRequest
  readonly ground: AskGround
  /** Null for who asked and the children it was asked for. */
  readonly movers: Movers | null
}

export type CarryOutRefusal = AskRefusal | AskProblem | 'ask.nobody-moves'

export type CarriedOut =
  | { readonly ok: true; readonly effects: readonly Effect[] }
  | { readonly ok: false; readonly refusal: CarryOutRefusal; readonly partId: string }

/**
 * Everything that accepting these parts writes. The one way from a request to the record: each part is
 * judged again by the declared list, so that whatever arrived it writes a field that may be asked, of
 * a row that is the guardian's own, or nothing.
 */
export function carryOut(accepted: readonly AcceptedPart[], carry: CarryOut): CarriedOut {
  const effects: Effect[] = []
  const address: Record<string, FieldValue> = {}
  let home: ChangePart | null = null
  for (const { part, value } of accepted) {
    const refusal = whyNotAsk(part, carry.request, carry.ground)
    if (refusal) return { ok: false, refusal, partId: part.id }
    const read = readPart(part, value, carry)
    if (read.problem) return { ok: false, refusal: read.problem, partId: part.id }
    if (part.tbl === 'households' && part.field) {
      address[part.field] = read.column
      home = part
    } else effects.push(...read.effects)
  }
  if (!home) return { ok: true, effects }
  const movers = carry.movers ?? usualMovers(home.rowId, carry.request, carry.rows)
  const moved = moveEffects(home.rowId, address, movers, carry)
  if (!moved) return { ok: false, refusal: 'ask.nobody-moves', partId: home.id }
  return { ok: true, effects: [...effects, ...moved] }
}

type ReadPart = {
  readonly problem: AskProblem | null
  /** Of `set`: as the column holds it. */
  readonly column: FieldValue
  readonly effects: readonly Effect[]
}

function readPart(part: ChangePart, value: string | null, carry: CarryOut): ReadPart {
  const entry = askFieldOf(part, carry.ground.country)
  if (!entry) throw new Error('A part that is not declared was let through.')
  if (part.act === 'end') {
    return { problem: null, column: null, effects: endEffects(part, carry.rows) }
  }
  if (part.act === 'add') return readNew(part, value, carry)
  const read = readAsked(entry, value, carry.ground.country)
  const column = columnValue(entry.input, read.value)
  return { problem: read.problem, column, effects: setEffect(part, column, carry.rows) }
}

function readNew(part: ChangePart, value: string | null, carry: CarryOut): ReadPart {
  const { row, problem } = readNewRow({ tbl: part.tbl, asked: value }, carry.ground.country)
  if (!row) return { problem: problem ?? 'ask.empty', column: null, effects: [] }
  const effects =
    row.of === 'phones'
      ? newPhoneEffects(row.row, part.rowId, carry)
      : newContactEffects(row.row, carry)
  return { problem: null, column: null, effects }
}
