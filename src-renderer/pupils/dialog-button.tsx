import { type ReactNode, useState } from 'react'
import { Button, IconButton } from '../platform/ui/button.tsx'
import type { Icon } from '../platform/ui/icons.ts'
import { Modal } from '../platform/ui/overlays/modal.tsx'

type DialogButtonProps = {
  readonly icon: Icon
  /** On the button, and the title of what opens. */
  readonly label: string
  readonly isIconOnly?: boolean
  readonly children: (close: () => void) => ReactNode
}

/** A small form of its own. Not in a popover: that closes as soon as one of its lists is clicked. */
export function DialogButton({ icon, label, isIconOnly, children }: DialogButtonProps) {
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const open = () => setOpen(true)
  return (
    <>
      {isIconOnly ? (
        <IconButton icon={icon} size="small" label={label} onClick={open} />
      ) : (
        <Button icon={icon} size="small" onClick={open}>
          {label}
        </Button>
      )}
      {isOpen && (
        <Modal title={label} width={440} onClose={close}>
          {children(close)}
        </Modal>
      )}
    </>
  )
}
