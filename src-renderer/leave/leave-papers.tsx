import { useState } from 'react'
import type { LeavePaper } from '#shared/leave/leave-contract.ts'
import { leaveScreenWords } from '#shared/leave/words/screen-words.ts'
import type { Result } from '#shared/platform/result.ts'
import { useSay } from '../platform/language.tsx'
import { toast } from '../platform/toasts.ts'
import { Button } from '../platform/ui/button.tsx'
import { IconDownload, IconPrinter } from '../platform/ui/icons.ts'
import classes from './leave.module.css'
import { desk, leave } from './leave-calls.ts'

/** Makes a paper and prints it, or saves it where the user picks. */
export function usePrint() {
  const say = useSay(leaveScreenWords)
  return async (make: () => Promise<Result<LeavePaper, string>>, as: 'paper' | 'pdf') => {
    const paper = await make()
    const answer = paper.ok
      ? await desk.printReport({ title: paper.value.title, html: paper.value.html, as })
      : ({ ok: false, refusal: 'print.failed' } as const)
    if (!answer.ok && answer.refusal === 'print.failed') {
      await toast({ text: say('print-failed'), tone: 'alert' })
    }
  }
}

/** The letters of a decision, one for each guardian. */
export function LeavePapers({ requestId }: { readonly requestId: string }) {
  const say = useSay(leaveScreenWords)
  const print = usePrint()
  const [isBusy, setBusy] = useState(false)
  async function put(as: 'paper' | 'pdf') {
    setBusy(true)
    await print(() => leave.letters({ requestId }), as).finally(() => setBusy(false))
  }
  return (
    <>
      <div className={classes.actions}>
        <Button icon={IconPrinter} isBusy={isBusy} onClick={() => void put('paper')}>
          {say('letters-print')}
        </Button>
        <Button icon={IconDownload} isBusy={isBusy} onClick={() => void put('pdf')}>
          {say('letters-pdf')}
        </Button>
      </div>
      <p className="muted">{say('letters-hint')}</p>
    </>
  )
}
