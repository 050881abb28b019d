import { createStore } from 'zustand/vanilla'
import type { ImportProblem } from '#shared/imports/import-source.ts'
import type {
  ImportPreview,
  ImportRefusal,
  ImportReport,
  ImportsContract,
} from '#shared/imports/imports-contract.ts'
import type { Client } from '#shared/platform/contract.ts'
import { isStopped } from '../platform/jobs.ts'
import type { ChosenFile } from './chosen-files.ts'

/** What the office decided about doubtful lines: a person's id, or `new`. */
export type Decisions = Readonly<Record<string, string>>

/** One step at a time, each with just what it needs. */
export type ImportStep =
  | { readonly at: 'choosing' }
  | { readonly at: 'reading'; readonly files: readonly string[] }
  | { readonly at: 'refused'; readonly problems: readonly ImportProblem[] }
  | {
      readonly at: 'preview'
      readonly preview: ImportPreview
      readonly files: readonly string[]
      readonly leftOut: ReadonlySet<string>
      readonly decisions: Decisions
      readonly refusal: ImportRefusal | null
    }
  | { readonly at: 'applying'; readonly files: readonly string[] }
  | { readonly at: 'done'; readonly report: ImportReport }

type ImportsState = {
  readonly step: ImportStep
  read(files: readonly ChosenFile[]): Promise<void>
  leaveOut(key: string, isLeftOut: boolean): void
  decide(key: string, decision: string): void
  apply(): Promise<void>
  startAgain(): Promise<void>
}

/** Below the limit of a call, so that no piece holds up a window. */
const piece = 512 * 1024

export const createImportsStore = (imports: Client<ImportsContract>, newId: () => string) =>
  createStore<ImportsState>()((set, get) => {
    let upload: string | null = null

    async function send({ name, file }: ChosenFile, id: string) {
      for (let at = 0; at === 0 || at < file.size; at += piece) {
        const bytes = new Uint8Array(await file.slice(at, at + piece).arrayBuffer())
        // Somebody chose another file, or left: nothing more of this one.
        if (upload !== id) return
        await imports.receive({ upload: id, file: name, bytes })
      }
    }

    function changePreview(change: (step: PreviewStep) => Partial<PreviewStep>) {
      const { step } = get()
      if (step.at === 'preview') set({ step: { ...step, ...change(step) } })
    }

    async function compare(id: string, files: readonly string[]) {
      const answer = await imports.preview({ upload: id })
      if (upload !== id) return
      if (!answer.ok) return set({ step: { at: 'refused', problems: answer.problems } })
      const { value: preview } = answer
      set({
        step: { at: 'preview', preview, files, leftOut: new Set(), decisions: {}, refusal: null },
      })
    }

    return {
      step: { at: 'choosing' },

      async read(chosen) {
        if (chosen.length === 0) return
        const id = newId()
        const files = chosen.map(({ name }) => name)
        upload = id
        set({ step: { at: 'reading', files } })
        try {
          for (const each of chosen) await send(each, id)
          if (upload === id) await compare(id, files)
        } catch (problem) {
          // The mishap is said elsewhere; here the choice must not stay closed behind it.
          if (upload === id) set({ step: { at: 'choosing' } })
          throw problem
        }
      },

      leaveOut(key, isLeftOut) {
        changePreview(({ leftOut }) => {
          const next = new Set(leftOut)
          if (isLeftOut) next.add(key)
          else next.delete(key)
          return { leftOut: next }
        })
      },

      decide(key, decision) {
        changePreview(({ decisions }) => ({ decisions: { ...decisions, [key]: decision } }))
      },

      async apply() {
        const { step } = get()
        if (step.at !== 'preview') return
        const { preview, files, leftOut, decisions } = step
        set({ step: { at: 'applying', files } })
        const answer = await imports
          .apply({ upload: preview.upload, leaveOut: [...leftOut], decisions })
          .catch((problem: unknown) => {
            // Nothing was kept, so the preview still holds; only a stop of the user ends here.
            set({ step })
            if (isStopped(problem)) return null
            throw problem
          })
        if (!answer) return
        if (answer.ok) return set({ step: { at: 'done', report: answer.value } })
        if (answer.refusal === 'import.stale') await compare(preview.upload, files)
        const { step: now } = get()
        set({ step: { ...(now.at === 'preview' ? now : step), refusal: answer.refusal } })
      },

      async startAgain() {
        const forgotten = upload
        upload = null
        set({ step: { at: 'choosing' } })
        if (forgotten) await imports.forget({ upload: forgotten })
      },
    }
  })

export type PreviewStep = Extract<ImportStep, { at: 'preview' }>
export type ImportsStore = ReturnType<typeof createImportsStore>
