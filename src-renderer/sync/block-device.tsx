import { useState } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { deviceMessages } from '#shared/sync/device-messages.ts'
import { useSay } from '../platform/language.tsx'
import { Button } from '../platform/ui/button.tsx'
import { CheckboxField } from '../platform/ui/fields/choice-field.tsx'
import { Modal } from '../platform/ui/overlays/modal.tsx'

type BlockDeviceProps = {
  readonly name: string
  readonly onClose: () => void
  /** `collects`: what waits there is fetched first. */
  readonly onBlock: (collects: boolean) => void
}

/** Asked first, since a computer that wiped itself cannot be undone. */
export function BlockDevice({ name, onClose, onBlock }: BlockDeviceProps) {
  const say = useSay(deviceMessages)
  const sayUi = useSay(uiMessages)
  const [collects, collect] = useState(true)
  return (
    <Modal
      title={say('block-title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="danger" onClick={() => onBlock(collects)}>
            {say('block')}
          </Button>
        </>
      }
    >
      <p>{say('block-text')}</p>
      <CheckboxField
        label={say('block-collect')}
        hint={say('block-collect-help')}
        value={collects}
        onChange={collect}
      />
    </Modal>
  )
}
