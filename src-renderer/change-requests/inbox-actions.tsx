import { useState } from 'react'
import { inboxMessages } from '#shared/change-requests/messages/inbox-messages.ts'
import { useSay } from '../platform/language.tsx'
import { Button } from '../platform/ui/button.tsx'
import { IconCheck, IconFileText } from '../platform/ui/icons.ts'
import { SimpleDialog } from './bulk/simple-dialog.tsx'
import classes from './changes-inbox.module.css'
import { PaperDialog } from './paper/paper-dialog.tsx'

type InboxActionsProps = { readonly openCount: number; readonly simpleCount: number }

/** What can be done besides deciding one by one. */
export function InboxActions({ openCount, simpleCount }: InboxActionsProps) {
  const say = useSay(inboxMessages)
  const [shown, show] = useState<'simple' | 'paper' | null>(null)
  return (
    <div className={classes.actions}>
      {openCount > 0 && simpleCount > 0 && (
        <Button size="small" icon={IconCheck} onClick={() => show('simple')}>
          {say('bulk')}
        </Button>
      )}
      <Button size="small" icon={IconFileText} onClick={() => show('paper')}>
        {say('enter-paper')}
      </Button>
      {shown === 'simple' && <SimpleDialog onClose={() => show(null)} />}
      {shown === 'paper' && (
        <PaperDialog guardianId={null} checkId={null} onClose={() => show(null)} />
      )}
    </div>
  )
}
