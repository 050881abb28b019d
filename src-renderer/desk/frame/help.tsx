import { deskMessages } from '#shared/desk/desk-messages.ts'
import { helpMessages } from '#shared/desk/help-messages.ts'
import { useSay } from '../../platform/language.tsx'
import type { Screen } from '../../platform/routes.ts'
import { Button } from '../../platform/ui/button.tsx'
import { IconKeyboard } from '../../platform/ui/icons.ts'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import classes from './help.module.css'

type HelpProps = {
  readonly screen: Screen
  readonly onKeys: () => void
  readonly onClose: () => void
}

/** F1: the page of this screen, always at the same place (WCAG 3.2.6). */
export function Help({ screen, onKeys, onClose }: HelpProps) {
  const say = useSay(helpMessages)
  const sayDesk = useSay(deskMessages)
  return (
    <Modal
      title={say('title', { screen: sayDesk(screen) })}
      onClose={onClose}
      width={620}
      footer={
        <Button icon={IconKeyboard} keys="mod+/" onClick={onKeys}>
          {say('all-keys')}
        </Button>
      }
    >
      <ul className={classes.sentences}>
        {say(screen)
          .split('\n')
          .map((line) => (
            <li key={line}>{line}</li>
          ))}
      </ul>
    </Modal>
  )
}
