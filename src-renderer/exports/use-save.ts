import { useState } from 'react'
import { deskContract } from '#shared/desk/desk-contract.ts'
import type { ExportRequest } from '#shared/exports/exports-contract.ts'
import { exportsMessages } from '#shared/exports/exports-messages.ts'
import { connect } from '../platform/client.ts'
import { isStopped } from '../platform/jobs.ts'
import { useSay } from '../platform/language.tsx'

const desk = connect(deskContract)

/** What became of the last one. */
export type Saving =
  | { readonly at: 'choosing' }
  | { readonly at: 'saving' }
  | { readonly at: 'done' | 'failed' | 'stopped'; readonly text: string }

/** Saves where the user picks and says what became of it; `pupils` is how many the outline counted. */
export function useSave(onSaved: () => void) {
  const say = useSay(exportsMessages)
  const [saving, setSaving] = useState<Saving>({ at: 'choosing' })

  async function save(request: ExportRequest, pupils: number) {
    if (saving.at === 'saving') return
    setSaving({ at: 'saving' })
    const answer = await desk.saveExport(request).catch((problem: unknown) => {
      setSaving({ at: 'choosing' })
      if (!isStopped(problem)) throw problem
      setSaving({ at: 'stopped', text: say('stopped') })
      return null
    })
    if (!answer) return
    if (!answer.ok) {
      const at = answer.refusal === 'save.cancelled' ? 'stopped' : 'failed'
      return setSaving({ at, text: say(answer.refusal) })
    }
    const { fileName } = answer.value
    setSaving({ at: 'done', text: say('saved', { file: fileName, count: pupils }) })
    onSaved()
  }

  return { saving, save, startOver: () => setSaving({ at: 'choosing' }) }
}
