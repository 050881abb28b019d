import { useState } from 'react'
import type { AccountRow } from '#shared/accounts/office/accounts-contract.ts'
import { accountsScreenMessages } from '#shared/accounts/office/words/accounts-screen-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import {
  IconCircleX,
  IconClock,
  IconDots,
  IconKey,
  IconMail,
  IconMessage,
  IconPrinter,
} from '../../platform/ui/icons.ts'
import { Menu } from '../../platform/ui/overlays/menu.tsx'
import { ExtendCodes } from '../panel/extend-codes.tsx'
import {
  extendable,
  mailable,
  makeable,
  printable,
  revocable,
  useAccountActions,
  waiting,
} from '../use-account-actions.ts'

/** What can be done with all chosen rows; each does what fits and says how many it skipped. */
export function AccountBulkActions({ rows }: { readonly rows: readonly AccountRow[] }) {
  const say = useSay(accountsScreenMessages)
  const actions = useAccountActions()
  const [isExtending, extend] = useState(false)
  const letters = printable(rows)
  return (
    <>
      <Button
        size="small"
        icon={IconKey}
        disabled={makeable(rows).length === 0}
        onClick={() => void actions.make(rows, 'letter')}
      >
        {say('make')}
      </Button>
      <Button
        size="small"
        icon={IconPrinter}
        disabled={letters.length === 0}
        onClick={() => actions.print(letters)}
      >
        {say('print-many', { count: letters.length })}
      </Button>
      <Menu
        label={say('more')}
        icon={IconDots}
        size="small"
        entries={[
          {
            label: say('make-mail'),
            icon: IconMail,
            isDisabled: mailable(rows).length === 0,
            onSelect: () => void actions.make(rows, 'mail'),
          },
          {
            label: say('extend'),
            icon: IconClock,
            isDisabled: extendable(rows).length === 0,
            onSelect: () => extend(true),
          },
          {
            label: say('remind'),
            icon: IconMessage,
            isDisabled: waiting(rows).length === 0,
            onSelect: () => void actions.remind(waiting(rows)),
          },
          {
            label: say('revoke'),
            icon: IconCircleX,
            isDanger: true,
            isDisabled: revocable(rows).length === 0,
            onSelect: () => void actions.revoke(rows),
          },
        ]}
      />
      {isExtending && <ExtendCodes rows={extendable(rows)} onClose={() => extend(false)} />}
    </>
  )
}
