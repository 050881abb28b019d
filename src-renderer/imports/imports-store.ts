import { createStore } from 'zustand/vanilla'
import type { ImportProblem } from '#shared/imports/import-source.ts'
import type {
  ImportPreview,
  ImportRefusal,
  ImportReport,
  ImportsContract,
} from '#shared/imports/imports-contract.ts'
import type { TableMapping } from '#shared/imports/table-mapping.ts'
import type { Client } from '#shared/platform/contract.ts'
import { isStopped } from '../platform/jobs.ts'
import type { ChosenFile } from './choosing/chosen-files.ts'
import { type ColumnsStep, lookAtColumns } from './columns/columns-step-state.ts'

/** What the office decided about doubtful lines: a person's id, or `new`. */
export type Decisions = Readonly<Record<string, string>>

/** One step at a time, each with just what it needs. */
export type ImportStep =
  | { readonly at: 'choosing' }
  | { readonly at: 'reading'; readonly files: readonly string[] }
  | {
      readonly at: 'refused'
      readonly refusal: 'import.refused' | 'import.gone'
      readonly problems: readonly ImportProblem[]
    }
  | ColumnsStep
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
  /** From the preview of a table back to what its columns mean. */
  adjustColumns(): void
  changeColumns(change: (step: ColumnsStep) => ColumnsStep): void
  /** Reads the table again in another way, and guesses its columns anew. */
  readTableAs(change: Partial<TableMapping>): Promise<void>
  compareColumns(): Promise<void>
  leaveOut(key: string, isLeftOut: boolean): void
  /** Null takes a decision back. */
  decide(key: string, decision: string | null): void
  apply(): Promise<void>
  startAgain(): Promise<void>
}

export type PreviewStep = Extract<ImportStep, { at: 'preview' }>
export type ImportsStore = ReturnType<typeof createImportsStore>

/** Below the limit of a call, so that no piece holds up a window. */
const piece = 512 * 1024

/** More than main keeps of one import: what is larger is refused for this much, and never read whole. */
const mostOfFile = 66 * 1024 * 1024

export const createImportsStore = (imports: Client<ImportsContract>, newId: () => string) =>
  createStore<ImportsState>()((set, get) => {
    let upload: string | null = null
    /** The columns as they were last said, for whoever comes back to them. */
    let said: ColumnsStep | null = null

    async function send({ name, file }: ChosenFile, id: string) {
      const size = Math.min(file.size, mostOfFile)
      for (let at = 0; at === 0 || at < size; at += piece) {
        const bytes = new Uint8Array(await file.slice(at, at + piece).arrayBuffer())
        // Somebody chose another file, or left: nothing more of this one.
        if (upload !== id) return
        await imports.receive({ upload: id, file: name, bytes })
      }
    }

    /** Asks for the preview; a table that cannot be told yet leads to its columns. */
    async function compare(id: string, files: readonly string[], mapping: TableMapping | null) {
      const answer = await imports.preview({ upload: id, ...(mapping && { mapping }) })
      if (upload !== id) return
      if (answer.ok) return set({ step: freshPreview(answer.value, files) })
      const { refusal, problems, table } = answer
      if (table) return set({ step: lookAtColumns({ table, files, problems }) })
      set({ step: { at: 'refused', refusal: asked(refusal), problems } })
    }

    /** The mishap itself is said elsewhere; here the step before it must not stay closed behind it. */
    async function orElse(before: ImportStep, id: string, task: () => Promise<void>) {
      try {
        await task()
      } catch (problem) {
        if (upload === id) set({ step: before })
        throw problem
      }
    }

    function changePreview(change: (step: PreviewStep) => Partial<PreviewStep>) {
      const { step } = get()
      if (step.at === 'preview') set({ step: { ...step, ...change(step) } })
    }

    return {
      step: { at: 'choosing' },

      async read(chosen) {
        if (chosen.length === 0) return
        const former = upload
        const id = newId()
        const files = chosen.map(({ name }) => name)
        upload = id
        said = null
        set({ step: { at: 'reading', files } })
        if (former) await imports.forget({ upload: former })
        await orElse({ at: 'choosing' }, id, async () => {
          for (const each of chosen) await send(each, id)
          if (upload === id) await compare(id, files, null)
        })
      },

      adjustColumns() {
        const { step } = get()
        if (step.at !== 'preview' || !step.preview.table) return
        const { files } = step
        const { table } = step.preview
        set({ step: said ?? lookAtColumns({ table, files, problems: [] }) })
      },

      changeColumns(change) {
        const { step } = get()
        if (step.at === 'columns') set({ step: change(step) })
      },

      async readTableAs(change) {
        const { step } = get()
        const id = upload
        if (step.at !== 'columns' || !id) return
        const { files } = step
        set({ step: { ...step, isReading: true } })
        await orElse(step, id, async () => {
          const mapping = { ...step.mapping, ...change, columns: [] }
          const answer = await imports.preview({ upload: id, mapping })
          if (upload !== id) return
          const table = answer.ok ? answer.value.table : answer.table
          const problems = answer.ok ? [] : answer.problems
          // Read so, it is no table: what is wrong is said, and the way it was read before stays.
          if (!table) return set({ step: { ...step, problems } })
          set({ step: lookAtColumns({ table, files, problems }) })
        })
      },

      async compareColumns() {
        const { step } = get()
        const id = upload
        if (step.at !== 'columns' || !id) return
        const { files, mapping } = step
        said = { ...step, problems: [] }
        set({ step: { at: 'reading', files } })
        await orElse(step, id, async () => {
          await compare(id, files, mapping)
          const { step: now } = get()
          if (now.at === 'refused' && now.refusal === 'import.refused') {
            set({ step: { ...step, problems: now.problems } })
          }
        })
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
        changePreview(({ decisions }) => {
          const { [key]: _, ...others } = decisions
          return { decisions: decision === null ? others : { ...others, [key]: decision } }
        })
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
        if (answer.refusal === 'import.stale')
          await compare(preview.upload, files, preview.table?.mapping ?? null)
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

function freshPreview(preview: ImportPreview, files: readonly string[]): PreviewStep {
  return { at: 'preview', preview, files, leftOut: new Set(), decisions: {}, refusal: null }
}

/** A table without a layout cannot be shown, so it is refused like any other file. */
const asked = (refusal: 'import.refused' | 'import.gone' | 'import.mapping') =>
  refusal === 'import.gone' ? refusal : 'import.refused'
