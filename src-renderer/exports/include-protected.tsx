import { useState } from 'react'
import { exportsMessages } from '#shared/exports/exports-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../platform/language.tsx'
import { Button } from '../platform/ui/button.tsx'
import { CheckboxField } from '../platform/ui/fields/choice-field.tsx'
import { Modal } from '../platform/ui/overlays/modal.tsx'

type IncludeProtectedProps = {
  readonly isIncluded: boolean
  readonly onChange: (isIncluded: boolean) => void
}

/** A file is copied sooner than paper, so this one asks first. */
export function IncludeProtected({ isIncluded, onChange }: IncludeProtectedProps) {
  const say = useSay(exportsMessages)
  const sayUi = useSay(uiMessages)
  const [isAsking, ask] = useState(false)
  const close = () => ask(false)
  function include() {
    onChange(true)
    close()
  }
  return (
    <>
      <CheckboxField
        label={say('include-protected')}
        hint={say('include-protected-hint')}
        value={isIncluded}
        onChange={(isOn) => (isOn ? ask(true) : onChange(false))}
      />
      {isAsking && (
        <Modal
          title={say('protected-title')}
          onClose={close}
          footer={
            <>
              <Button onClick={close}>{sayUi('cancel')}</Button>
              <Button kind="danger" onClick={include}>
                {say('protected-go')}
              </Button>
            </>
          }
        >
          <p>{say('protected-text')}</p>
        </Modal>
      )}
    </>
  )
}
