import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { importReviewMessages } from '#shared/imports/import-review-messages.ts'
import { importsContract } from '#shared/imports/imports-contract.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { connect } from '../platform/client.ts'
import { cancelJob } from '../platform/jobs.ts'
import { useSay } from '../platform/language.tsx'
import { toast } from '../platform/toasts.ts'
import { Button } from '../platform/ui/button.tsx'
import { Page } from '../platform/ui/page/page.tsx'
import { ChooseFiles } from './choosing/choose-files.tsx'
import { pastedTable } from './choosing/pasted-table.ts'
import { usePageInput } from './choosing/use-page-input.ts'
import { ColumnsStep } from './columns/columns-step.tsx'
import { createImportsStore, type ImportsStore } from './imports-store.ts'
import { PreviewStep } from './preview/preview-step.tsx'
import { RefusedStep } from './refused-step.tsx'
import { FreshReport, Reports } from './report/reports.tsx'
import { Waiting } from './waiting.tsx'

const imports = connect(importsContract)

/** A file of another system becomes pupils: choose, say what the columns are, look, take over, undo. */
export function ImportsScreen() {
  const say = useSay(importsMessages)
  const [store] = useState(() => createImportsStore(imports, () => crypto.randomUUID()))
  const { step, startAgain, read } = useStore(store)
  // Whoever leaves the screen leaves nothing of the file in memory.
  useEffect(() => () => void store.getState().startAgain(), [store])
  const readPasted = useReadPasted(store)
  const isWaiting = step.at === 'reading' || step.at === 'applying'
  const isOver = usePageInput(!isWaiting, {
    onFiles: (files) => void read(files),
    onText: readPasted,
  })
  const isChoosing = step.at === 'choosing' || isOver
  return (
    <Page
      title={say('title')}
      actions={
        step.at !== 'choosing' &&
        !isWaiting && <Button onClick={() => void startAgain()}>{say('otherFile')}</Button>
      }
    >
      {isChoosing ? (
        <ChooseFiles onChoose={(files) => void read(files)} onPaste={readPasted} isOver={isOver} />
      ) : (
        <Step store={store} />
      )}
      {(step.at === 'choosing' || step.at === 'done') && (
        <Reports shownId={step.at === 'done' ? step.report.id : null} />
      )}
    </Page>
  )
}

/** Cells of a spreadsheet become a file of that name, as if it had been chosen. */
function useReadPasted(store: ImportsStore) {
  const say = useSay(importReviewMessages)
  return (text: string) => {
    const file = pastedTable(text, say('pastedName'))
    if (file) void store.getState().read([{ name: file.name, file }])
    else void toast({ text: say('pasteNothing'), tone: 'alert', isPublic: true })
  }
}

function Step({ store }: { readonly store: ImportsStore }) {
  const say = useSay(importsMessages)
  const { step, startAgain } = useStore(store)
  switch (step.at) {
    case 'choosing':
      return null
    case 'reading':
      return <Waiting says={say('reading')} files={step.files} onStop={() => void startAgain()} />
    case 'refused':
      return <RefusedStep step={step} />
    case 'columns':
      return <ColumnsStep store={store} step={step} />
    case 'preview':
      return <PreviewStep store={store} step={step} />
    case 'applying':
      return (
        <Waiting says={say('applying')} files={step.files} isJob onStop={() => void cancelJob()} />
      )
    case 'done':
      return <FreshReport report={step.report} onGone={() => void startAgain()} />
  }
}
