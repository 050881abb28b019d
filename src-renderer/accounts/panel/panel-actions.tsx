import { useState } from 'react'
import type { AccountFile } from '#shared/accounts/office/accounts-contract.ts'
import { isInUse, isOff } from '#shared/accounts/office/guardian-account.ts'
import { mayHaveCode } from '#shared/accounts/office/standing.ts'
import { accountPanelMessages } from '#shared/accounts/office/words/account-panel-messages.ts'
import { accountsScreenMessages } from '#shared/accounts/office/words/accounts-screen-messages.ts'
import { officeMessages } from '#shared/accounts/office/words/office-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import {
  IconCircleX,
  IconClock,
  IconDots,
  IconKey,
  IconLock,
  IconMail,
  IconMessage,
  IconPrinter,
  IconRestore,
  IconUser,
} from '../../platform/ui/icons.ts'
import { Menu } from '../../platform/ui/overlays/menu.tsx'
import { accounts } from '../account-calls.ts'
import {
  extendable,
  mailable,
  printable,
  revocable,
  useAccountActions,
} from '../use-account-actions.ts'
import { ExtendCodes } from './extend-codes.tsx'

type PanelActionsProps = {
  readonly file: AccountFile
  readonly onOpen: (dialog: 'lock' | 'reset') => void
}

/** What comes next for this guardian as a button, the rest in a menu. */
export function PanelActions({ file, onOpen }: PanelActionsProps) {
  const { row, account } = file
  const say = useSay(accountsScreenMessages)
  const sayPanel = useSay(accountPanelMessages)
  const sayOffice = useSay(officeMessages)
  const actions = useAccountActions()
  const [isExtending, extend] = useState(false)
  const rows = [row]
  const mayMake = row.closed === null && mayHaveCode(row.standing)
  const hasLetter = printable(rows).length > 0

  async function unlock() {
    const answer = await accounts.unlock({ guardianId: row.guardianId })
    void toast(
      answer.ok
        ? { text: say('unlocked'), undo: 'last' }
        : { text: sayOffice(answer.refusal), tone: 'alert' as const },
    )
  }
  return (
    <>
      {hasLetter && (
        <Button kind="primary" icon={IconPrinter} onClick={() => actions.print(rows)}>
          {say('print')}
        </Button>
      )}
      {mayMake && !hasLetter && (
        <Button kind="primary" icon={IconKey} onClick={() => void actions.make(rows, 'letter')}>
          {say('make')}
        </Button>
      )}
      {row.standing === 'waiting' && (
        <Button kind="primary" icon={IconMessage} onClick={() => void actions.remind(rows)}>
          {say('remind')}
        </Button>
      )}
      {account && isOff(account) && (
        <Button kind="primary" icon={IconRestore} onClick={() => void unlock()}>
          {say('unlock')}
        </Button>
      )}
      {account && isInUse(account) && (
        <Button icon={IconKey} onClick={() => onOpen('reset')}>
          {say('reset')}
        </Button>
      )}
      <Menu
        label={say('more')}
        icon={IconDots}
        entries={[
          {
            label: say('make-new'),
            icon: IconKey,
            isDisabled: !mayMake || !hasLetter,
            onSelect: () => void actions.make(rows, 'letter'),
          },
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
            label: say('revoke'),
            icon: IconCircleX,
            isDanger: true,
            isDisabled: revocable(rows).length === 0,
            onSelect: () => void actions.revoke(rows),
          },
          {
            label: say('lock'),
            icon: IconLock,
            isDanger: true,
            isDisabled: !account || !isInUse(account),
            onSelect: () => onOpen('lock'),
          },
          {
            label: sayPanel('open-pupil'),
            icon: IconUser,
            onSelect: () => go({ screen: 'pupil', id: row.pupilId }),
          },
        ]}
      />
      {isExtending && <ExtendCodes rows={rows} onClose={() => extend(false)} />}
    </>
  )
}
