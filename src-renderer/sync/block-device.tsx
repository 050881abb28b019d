import { uiMessages } from '#shared/platform/ui-messages.ts'
import { deviceMessages } from '#shared/sync/device-messages.ts'
import { useSay } from '../platform/language.tsx'
import { Button } from '../platform/ui/button.tsx'
import { Modal } from '../platform/ui/overlays/modal.tsx'

type BlockDeviceProps = {
  readonly name: string
  readonly onClose: () => void
  readonly onBlock: () => void
}

/** Asked first, since a computer that wiped itself cannot be undone. */
export function BlockDevice({ name, onClose, onBlock }: BlockDeviceProps) {
  const say = useSay(deviceMessages)
  const sayUi = useSay(uiMessages)
  return (
    <Modal
      title={say('block-title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="danger" onClick={onBlock}>
            {say('block')}
          </Button>
        </>
      }
    >
      <p>{say('block-text')}</p>
    </Modal>
  )
}
