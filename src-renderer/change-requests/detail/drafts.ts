import { useState } from 'react'
import type {
  PartChoice,
  PartView,
  RequestFile,
} from '#shared/change-requests/change-requests-contract.ts'
import { reasonMessages } from '#shared/change-requests/messages/reason-messages.ts'
import { speak } from '#shared/platform/messages.ts'

/** What the office makes of one open part. */
export type PartDraft = {
  /** Null while somebody still has to choose between what stands there and what was asked. */
  readonly take: boolean | null
  readonly value: string | null
  readonly reason: string
  readonly document: PartChoice['document']
}

export type Drafts = Readonly<Record<string, PartDraft>>

export const isOpenPart = (part: Pick<PartView, 'decision'>) => part.decision === null

/** Begins with everything accepted that may be; kept for as long as this request is shown. */
export function useDrafts(file: RequestFile) {
  const [kept, keep] = useState<{ readonly id: string; readonly drafts: Drafts }>({
    id: '',
    drafts: {},
  })
  const firsts = Object.fromEntries(
    file.parts.filter(isOpenPart).map((part) => [part.id, firstDraft(part, file)]),
  )
  const drafts: Drafts = kept.id === file.id ? { ...firsts, ...kept.drafts } : firsts
  const change = (id: string, fields: Partial<PartDraft>) => {
    const present = drafts[id]
    if (present) keep({ id: file.id, drafts: { ...drafts, [id]: { ...present, ...fields } } })
  }
  return { drafts, change }
}

function firstDraft(part: PartView, { guardian }: RequestFile): PartDraft {
  const say = speak(reasonMessages, guardian.language)
  const isBarred = part.refusal !== null || part.checks.some(({ kind }) => kind === 'email-taken')
  const take = isBarred ? false : part.standing === 'moved' ? null : true
  return { take, value: part.asked, reason: say('reason.check'), document: null }
}

export function countOf(drafts: Drafts) {
  const all = Object.values(drafts)
  return {
    accepted: all.filter(({ take }) => take === true).length,
    rejected: all.filter(({ take }) => take === false).length,
    unchosen: all.filter(({ take }) => take === null).length,
  }
}

/** The drafts as the data thread wants them; `rejectAll` whatever was ticked. */
export function choicesOf(
  { parts }: RequestFile,
  drafts: Drafts,
  rejectAll: boolean,
): PartChoice[] {
  return parts.flatMap((part): PartChoice[] => {
    const draft = drafts[part.id]
    if (!draft) return []
    const isTaken = !rejectAll && draft.take === true
    return [
      {
        id: part.id,
        choice: isTaken ? 'accept' : 'reject',
        value: isTaken ? draft.value : null,
        now: part.now,
        reason: isTaken ? null : draft.reason,
        document: draft.document,
      },
    ]
  })
}
