import { z } from 'zod'
import type { GroupId } from '#shared/groups/group.ts'
import type { AskTab } from '../change-request.ts'
import { type AskField, askKey } from './ask-fields.ts'

/** What a school makes of a field: ask freely, only with authority, see only, or not even see. */
export const askModes = ['ask', 'needs-authority', 'read-only', 'hidden'] as const
export const AskMode = z.enum(askModes)
export type AskMode = z.output<typeof AskMode>

/**
 * A rule of the school for one entry or a whole tab (`tab:medical`), for everybody or for one class.
 * Where no rule stands, the declared list counts as it is.
 */
export type AskRule = {
  /** UUIDv5 of subject and group. */
  readonly id: string
  /** `askKey` of an entry, or `tabSubject`. */
  readonly subject: string
  /** Null for the whole school. */
  readonly groupId: GroupId | null
  readonly mode: AskMode
}

export const tabSubject = (tab: AskTab) => `tab:${tab}`

type Standing = Pick<AskRule, 'subject' | 'groupId' | 'mode'>

/**
 * The mode of an entry for a child in these groups: the strictest of what the school and the classes
 * of the child say about the entry and its tab, and never looser than the list for authority.
 */
export function modeOf(
  field: Pick<AskField, 'table' | 'field' | 'needsAuthority'>,
  tab: AskTab,
  {
    rules,
    groupIds,
  }: { readonly rules: readonly Standing[]; readonly groupIds: readonly string[] },
): AskMode {
  const subjects = [askKey(field), tabSubject(tab)]
  const own = rules.filter(
    ({ subject, groupId }) =>
      subjects.includes(subject) && (groupId === null || groupIds.includes(groupId)),
  )
  const plain: AskMode = field.needsAuthority ? 'needs-authority' : 'ask'
  return [plain, ...own.map(({ mode }) => mode)].reduce(stricter)
}

const stricter = (a: AskMode, b: AskMode) => (askModes.indexOf(a) >= askModes.indexOf(b) ? a : b)
