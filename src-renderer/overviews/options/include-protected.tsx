import { useState } from 'react'
import { overviewsScreenMessages } from '#shared/overviews/overviews-screen-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { CheckboxField } from '../../platform/ui/fields/choice-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import type { OptionsProps } from './options.tsx'

/** Paper leaves the school and cannot be called back, so this one asks first. */
export function IncludeProtected({ request, onChange }: OptionsProps) {
  const say = useSay(overviewsScreenMessages)
  const sayUi = useSay(uiMessages)
  const [isAsking, ask] = useState(false)
  const close = () => ask(false)
  function include() {
    onChange({ includeProtected: true })
    close()
  }
  return (
    <>
      <CheckboxField
        label={say('include-protected')}
        hint={say('include-protected-hint')}
        value={request.includeProtected}
        onChange={(isOn) => (isOn ? ask(true) : onChange({ includeProtected: false }))}
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
