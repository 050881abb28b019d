import { useMemo } from 'react'
import { deskMessages } from '#shared/desk/desk-messages.ts'
import { historyContract } from '#shared/history/history-contract.ts'
import { historyMessages } from '#shared/history/history-messages.ts'
import { connect } from '../platform/client.ts'
import { isStopped } from '../platform/jobs.ts'
import { useSay } from '../platform/language.tsx'
import { dismissToastsOf, toast, toasts } from '../platform/toasts.ts'
import { useHistoryWords } from './words.ts'

export const history = connect(historyContract)

/** Whatever is written, it stands in the history. */
export const historyTables = ['*']

/** Undo and redo, each saying in the corner what it did or why not. */
export function useUndo() {
  const say = useSay(historyMessages)
  const sayDesk = useSay(deskMessages)
  const words = useHistoryWords()
  return useMemo(() => {
    async function undo(actionId: string | null) {
      const answer = await history.undo({ actionId }).catch(unlessStopped)
      if (answer === 'stopped') return toast({ text: sayDesk('undo-stopped') })
      if (!answer.ok) return toast({ text: say(answer.refusal), tone: 'alert' })
      dismissToastsOf(answer.value.id)
      return toast({ text: sayDesk('undone', { what: words.actionLine(answer.value) }) })
    }
    async function redo() {
      const answer = await history.redo({}).catch(unlessStopped)
      if (answer === 'stopped') return toast({ text: sayDesk('undo-stopped') })
      if (!answer.ok) return toast({ text: say(answer.refusal), tone: 'alert' })
      return toast({ text: sayDesk('redone', { what: words.actionLine(answer.value) }) })
    }
    return { undo, redo }
  }, [say, sayDesk, words])
}

function unlessStopped(error: unknown): 'stopped' {
  if (isStopped(error)) return 'stopped'
  throw error
}

/** The button of a toast means what was done just before it, whatever is done afterwards. */
export function letToastsUndo() {
  toasts.setState({
    findLastAction: async () => {
      const [latest] = await history.lastActions({})
      return latest && !latest.isUndone ? latest.id : null
    },
  })
}
