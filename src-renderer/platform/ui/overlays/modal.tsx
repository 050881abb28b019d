import { Modal as MantineModal } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
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
  useFocusBack()
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

/** To where the focus was. Mantine does so when a dialog closes; ours are gone by then. */
function useFocusBack() {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const { activeElement } = document
        if (activeElement && activeElement !== document.body) return
        if (before instanceof HTMLElement) before.focus()
      })
    },
    [before],
  )
}
