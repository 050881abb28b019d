import { calendarScreenMessages } from '#shared/calendar/calendar-screen-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { IconTrash } from '../../platform/ui/icons.ts'
import classes from '../calendar.module.css'
import { calendar } from '../calendar-reads.ts'

type RemoveButtonProps = {
  readonly id: string
  readonly title: string
  readonly onRemoved: () => void
}

/** Takes an appointment away; it can be undone, so nobody is asked. */
export function RemoveButton({ id, title, onRemoved }: RemoveButtonProps) {
  const say = useSay(calendarScreenMessages)
  async function remove() {
    await calendar.remove({ id })
    void toast({ text: say('removed', { title }), undo: 'last' })
    onRemoved()
  }
  return (
    <span className={classes.footer}>
      <Button kind="danger" icon={IconTrash} onClick={() => void remove()}>
        {say('remove')}
      </Button>
    </span>
  )
}
