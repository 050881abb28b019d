import { useState } from 'react'
import type {
  PartChoice,
  RequestFile,
  RequestRefusal,
} from '#shared/change-requests/change-requests-contract.ts'
import { requestDetailMessages } from '#shared/change-requests/messages/request-detail-messages.ts'
import { requestRefusalMessages } from '#shared/change-requests/messages/request-refusal-messages.ts'
import { GuardianId } from '#shared/families/guardian.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { changeRequests } from '../request-calls.ts'
import { choicesOf, countOf, type Drafts } from './drafts.ts'

type Deciding = {
  readonly file: RequestFile
  readonly drafts: Drafts
  /** Ids of who goes along to a new address. */
  readonly movers: readonly string[]
  readonly onDone: () => void
}

/** When a colleague was first there is nothing to correct: it says so and goes on. */
const isOver: readonly RequestRefusal[] = ['request.decided', 'request.not-found']

export function useDecide({ file, drafts, movers, onDone }: Deciding) {
  const say = useSay(requestDetailMessages)
  const sayRefusal = useSay(requestRefusalMessages)
  const [problem, setProblem] = useState<{ readonly id: string; readonly text: string } | null>(
    null,
  )

  async function send(parts: readonly PartChoice[]) {
    if (parts.length === 0) return
    setProblem(null)
    const answer = await changeRequests.decide({
      id: file.id,
      parts: [...parts],
      movers: file.home && moversOf(file.home, movers),
    })
    if (!answer.ok) {
      const text = sayRefusal(answer.refusal, answer.details)
      if (!isOver.includes(answer.refusal)) return setProblem({ id: file.id, text })
      void toast({ text, tone: 'alert' })
    } else if (answer.value.state !== 'withdrawn') {
      const names = file.pupilNames
      void toast({ text: say(`done-${answer.value.state}`, { names }), undo: 'last' })
    }
    onDone()
  }

  return {
    problem: problem?.id === file.id ? problem.text : null,
    async decide(rejectAll: boolean) {
      if (!rejectAll && countOf(drafts).unchosen > 0) {
        return setProblem({ id: file.id, text: say('choose-first') })
      }
      await send(choicesOf(file, drafts, rejectAll))
    },
    /** The risky parts wait for a document; so does everything else of this request. */
    async askDocuments() {
      const risky = new Set(file.parts.filter((part) => part.isRisky).map(({ id }) => id))
      const choices = choicesOf(file, drafts, false).map((each) => ({
        ...each,
        choice: 'wait' as const,
        document: risky.has(each.id) ? ('ask' as const) : null,
      }))
      await send(choices)
    },
  }
}

function moversOf(home: NonNullable<RequestFile['home']>, ids: readonly string[]) {
  const going = home.living.filter(({ id }) => ids.includes(id))
  return {
    pupilIds: going.flatMap(({ id, kind }) => (kind === 'pupil' ? PupilId.parse(id) : [])),
    guardianIds: going.flatMap(({ id, kind }) => (kind === 'guardian' ? GuardianId.parse(id) : [])),
  }
}
