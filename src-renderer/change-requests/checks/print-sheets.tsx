import { useState } from 'react'
import type { DataCheckId } from '#shared/change-requests/data-check.ts'
import { dataCheckMessages } from '#shared/change-requests/messages/data-check-messages.ts'
import { deskContract } from '#shared/desk/desk-contract.ts'
import { connect } from '../../platform/client.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { IconPrinter } from '../../platform/ui/icons.ts'
import { dataChecks } from '../request-calls.ts'

const desk = connect(deskContract)

/** Sheets for who has no account and has not answered. */
export function PrintSheets({ checkId }: { readonly checkId: DataCheckId }) {
  const say = useSay(dataCheckMessages)
  const [isBusy, setBusy] = useState(false)

  async function print() {
    setBusy(true)
    const made = await dataChecks.sheets({ id: checkId, guardianIds: [] })
    if (!made.ok) void toast({ text: say(made.refusal), tone: 'alert' })
    else {
      const { title, html, count, leftOut } = made.value
      const printed = await desk.printReport({ title, html, as: 'paper' })
      if (printed.ok) {
        void toast({
          text: say(leftOut > 0 ? 'sheets-left' : 'sheets-done', { count, left: leftOut }),
        })
      } else if (printed.refusal === 'print.failed') {
        void toast({ text: say('print-failed'), tone: 'alert' })
      }
    }
    setBusy(false)
  }
  return (
    <Button size="small" icon={IconPrinter} isBusy={isBusy} onClick={() => void print()}>
      {say('sheets')}
    </Button>
  )
}
