import { useState } from 'react'
import { deskContract } from '#shared/desk/desk-contract.ts'
import { overviewsScreenMessages } from '#shared/overviews/overviews-screen-messages.ts'
import { connect } from '../platform/client.ts'
import { useSay } from '../platform/language.tsx'
import { useShortcuts } from '../platform/shortcuts.ts'
import { toast } from '../platform/toasts.ts'
import { Button } from '../platform/ui/button.tsx'
import { IconDownload, IconPrinter } from '../platform/ui/icons.ts'
import { PageHead } from '../platform/ui/page/page.tsx'
import { Documents } from './documents.tsx'
import { Options } from './options/options.tsx'
import classes from './overviews.module.css'
import { Preview } from './preview/preview.tsx'
import { usePreview } from './preview/use-preview.ts'
import { type Start, useRequest } from './use-request.ts'

const desk = connect(deskContract)

/** Document, choices and the real pages side by side. */
export function PrintingCentre({ start }: { readonly start: Start }) {
  const say = useSay(overviewsScreenMessages)
  const { request, change, showKind } = useRequest(start)
  const preview = usePreview(request)
  const [busyWith, setBusy] = useState<'paper' | 'pdf' | null>(null)

  async function put(as: 'paper' | 'pdf') {
    if (busyWith) return
    setBusy(as)
    const answer = await desk.print({ request, as }).finally(() => setBusy(null))
    if (answer.ok) void toast({ text: say(as === 'paper' ? 'printed' : 'pdf-saved') })
    else if (answer.refusal !== 'print.cancelled') {
      void toast({ text: say(answer.refusal), tone: 'alert' })
    }
  }
  useShortcuts(say('title'), [{ keys: 'mod+p', says: say('print'), run: () => void put('paper') }])
  const shown = preview.answer?.ok ? preview.answer.value : null
  return (
    <div className={classes.screen} data-pane>
      <PageHead
        title={say('title')}
        aside={shown && say('pupil-count', { count: shown.pupilCount })}
        actions={
          <>
            <Button
              icon={IconDownload}
              isBusy={busyWith === 'pdf'}
              disabled={!shown}
              onClick={() => void put('pdf')}
            >
              {say('save-pdf')}
            </Button>
            <Button
              kind="primary"
              icon={IconPrinter}
              keys="mod+p"
              isBusy={busyWith === 'paper'}
              disabled={!shown}
              onClick={() => void put('paper')}
            >
              {say('print')}
            </Button>
          </>
        }
      />
      <div className={classes.centre}>
        <Documents kind={request.kind} onChange={showKind} />
        <Options request={request} onChange={change} />
        <Preview {...preview} />
      </div>
    </div>
  )
}
