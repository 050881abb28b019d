import { useState } from 'react'
import type { ActionRow } from '#shared/history/history-contract.ts'
import { historyMessages } from '#shared/history/history-messages.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { IconButton } from '../platform/ui/button.tsx'
import { IconArrowBackUp, IconHistory } from '../platform/ui/icons.ts'
import { PopoverButton } from '../platform/ui/overlays/popover-button.tsx'
import classes from './history.module.css'
import { history, useUndo } from './undo.ts'
import { useHistoryWords } from './words.ts'

/** The clock in the header: one's own last 50 actions, each with its way back. */
export function UndoClock() {
  const say = useSay(historyMessages)
  const [actions, setActions] = useState<readonly ActionRow[]>([])
  const { undo } = useUndo()
  async function read() {
    setActions(await history.lastActions({}))
  }
  async function undoOne(id: string) {
    await undo(id)
    await read()
  }
  return (
    <PopoverButton
      icon={IconHistory}
      label={say('clock')}
      isIconOnly
      width={380}
      onOpen={() => void read()}
    >
      {() => (
        <div className={classes.clock}>
          <h2>{say('clock')}</h2>
          {actions.length === 0 && <p className="muted">{say('clock-empty')}</p>}
          <ol>
            {actions.map((action) => (
              <ActionLine key={action.id} action={action} onUndo={() => void undoOne(action.id)} />
            ))}
          </ol>
        </div>
      )}
    </PopoverButton>
  )
}

type ActionLineProps = { readonly action: ActionRow; readonly onUndo: () => void }

function ActionLine({ action, onUndo }: ActionLineProps) {
  const say = useSay(historyMessages)
  const { moment } = useFormats()
  const words = useHistoryWords()
  const { at, subject, changeCount, isUndone } = action
  return (
    <li data-undone={isUndone || undefined}>
      <div className={classes.what}>
        <span>{words.action(action)}</span>
        {subject && <strong data-private>{subject}</strong>}
        <small>
          {moment(at)} · {say('changes', { count: changeCount })}
          {isUndone && ` · ${say('clock-undone')}`}
        </small>
      </div>
      {!isUndone && (
        <IconButton
          icon={IconArrowBackUp}
          size="small"
          label={say('clock-undo-one', { what: words.actionLine(action) })}
          onClick={onUndo}
        />
      )}
    </li>
  )
}
