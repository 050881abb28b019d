import { Modal as MantineModal } from '@mantine/core'
import type { ReactNode } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../language.tsx'
import classes from './modal.module.css'

type ModalProps = {
  readonly title: string
  readonly onClose: () => void
  readonly width?: number
  readonly children: ReactNode
  /** The buttons; the one that does it stands last. */
  readonly footer?: ReactNode
}

/** Rare: for what needs an answer before anything else. Most things can simply be undone. */
export function Modal({ title, onClose, width = 520, children, footer }: ModalProps) {
  const say = useSay(uiMessages)
  return (
    <MantineModal
      opened
      onClose={onClose}
      title={title}
      size={width}
      centered
      overlayProps={{ blur: 0 }}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      {children}
      {footer && <div className={classes.footer}>{footer}</div>}
    </MantineModal>
  )
}
