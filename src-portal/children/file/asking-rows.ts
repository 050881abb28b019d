import { z } from 'zod'
import { AskTab, askTables, type Decision } from '#shared/change-requests/change-request.ts'
import { AskMode } from '#shared/change-requests/rules/ask-rules.ts'
import { GroupId } from '#shared/groups/group.ts'
import { Day } from '#shared/platform/day.ts'
import { PupilId } from '#shared/pupils/pupil.ts'

/** Rows about requests as the portal stores them: lists are JSON text, yes and no are 1 and 0. */

const decisions = [
  'accepted',
  'rejected',
  'withdrawn',
  'unchanged',
] as const satisfies readonly Decision[]
const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((text) => JSON.parse(String(text)), z.array(item))
const yes = z.coerce.number().transform((number) => number === 1)
const text = z.string().nullable().default(null)

export const RequestRow = z.object({
  id: z.string(),
  guardianId: z.string(),
  pupilIds: list(PupilId),
  tab: AskTab,
  source: z.enum(['portal', 'paper']),
  isMedical: yes,
  partIds: list(z.string()),
  madeAt: z.string(),
  checkId: text,
  withdrawnAt: text,
  answeredAt: text,
})
export type RequestRow = z.output<typeof RequestRow>

export const PartRow = z.object({
  id: z.string(),
  requestId: z.string(),
  position: z.number(),
  act: z.enum(['set', 'add', 'end']),
  tbl: z.enum(askTables),
  rowId: z.string(),
  field: text,
  seen: text,
  asked: text,
  remark: text,
  documentAskedAt: text,
  documentSeenAt: text,
  decision: z.enum(decisions).nullable().default(null),
  decided: text,
  reason: text,
  decidedAt: text,
})
export type PartRow = z.output<typeof PartRow>

export const RuleRow = z.object({
  subject: z.string(),
  groupId: GroupId.nullable(),
  mode: AskMode,
})
export type RuleRow = z.output<typeof RuleRow>

export const CheckRow = z.object({
  id: z.string(),
  name: z.string(),
  groupIds: z.preprocess(
    (json) => (json === null ? null : JSON.parse(String(json))),
    z.array(z.string()).nullable(),
  ),
  startedOn: Day,
  endsOn: Day,
  remindedAt: text,
  closedAt: text,
})
export type CheckRow = z.output<typeof CheckRow>

export const ConfirmationRow = z.object({
  id: z.string(),
  checkId: text,
  confirmedAt: z.string(),
  way: z.enum(['right', 'request']),
})
export type ConfirmationRow = z.output<typeof ConfirmationRow>
