import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { importsContract } from '#shared/imports/imports-contract.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { connect } from '../platform/client.ts'
import { useSay } from '../platform/language.tsx'
import { Button } from '../platform/ui/button.tsx'
import { Page } from '../platform/ui/page/page.tsx'
import { ChooseFiles } from './choose-files.tsx'
import { createImportsStore, type ImportsStore } from './imports-store.ts'
import { PreviewStep } from './preview-step.tsx'
import { RefusedStep } from './refused-step.tsx'
import { FreshReport, Reports } from './reports.tsx'
import { Waiting } from './waiting.tsx'

const imports = connect(importsContract)

/** A file of another system becomes pupils: choose, look, take over, undo. */
export function ImportsScreen() {
  const say = useSay(importsMessages)
  const [store] = useState(() => createImportsStore(imports, () => crypto.randomUUID()))
  const { step, startAgain } = useStore(store)
  // Whoever leaves the screen leaves nothing of the file in memory.
  useEffect(() => () => void store.getState().startAgain(), [store])
  const hasStarted = step.at !== 'choosing' && step.at !== 'applying'
  return (
    <Page
      title={say('title')}
      actions={hasStarted && <Button onClick={() => void startAgain()}>{say('otherFile')}</Button>}
    >
      <Step store={store} />
      {(step.at === 'choosing' || step.at === 'done') && <Reports />}
    </Page>
  )
}

function Step({ store }: { readonly store: ImportsStore }) {
  const say = useSay(importsMessages)
  const { step, read, startAgain } = useStore(store)
  switch (step.at) {
    case 'choosing':
      return <ChooseFiles onChoose={(files) => void read(files)} />
    case 'reading':
      return <Waiting says={say('reading')} files={step.files} />
    case 'refused':
      return <RefusedStep problems={step.problems} />
    case 'preview':
      return <PreviewStep store={store} step={step} />
    case 'applying':
      return <Waiting says={say('applying')} files={step.files} isStoppable />
    case 'done':
      return <FreshReport report={step.report} onGone={() => void startAgain()} />
  }
}
