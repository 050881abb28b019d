import { Popover } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Button, IconButton } from '../button.tsx'
import type { Icon } from '../icons.ts'
import classes from './popover-button.module.css'

type PopoverButtonProps = {
  readonly icon: Icon
  /** On the button, and the name of what opens. */
  readonly label: string
  readonly isIconOnly?: boolean
  readonly size?: 'normal' | 'small'
  readonly keys?: string
  readonly position?: 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end'
  readonly width?: number
  /** Told each time it opens, so that what is inside can be read afresh. */
  readonly onOpen?: () => void
  readonly children: (close: () => void) => ReactNode
}

/** A button that opens a small window of its own: choices, an explanation, a history. */
export function PopoverButton(props: PopoverButtonProps) {
  const { icon, label, isIconOnly, size = 'normal', keys, position = 'bottom-end' } = props
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  function toggle() {
    if (!isOpen) props.onOpen?.()
    setOpen(!isOpen)
  }
  const opener = {
    icon,
    size,
    ...(keys ? { keys } : {}),
    onClick: toggle,
    'aria-haspopup': 'dialog',
    'aria-expanded': isOpen,
  } as const
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position={position}
      {...(props.width ? { width: props.width } : {})}
      trapFocus
      returnFocus
      withRoles={false}
      transitionProps={{ duration: 0 }}
      shadow="none"
    >
      <Popover.Target>
        {isIconOnly ? (
          <IconButton {...opener} label={label} />
        ) : (
          <Button {...opener}>{label}</Button>
        )}
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label}>
        {/* Focused itself when there is nothing in it to focus, so that Esc still closes it. */}
        <div tabIndex={-1} className={classes.inside}>
          {isOpen && props.children(close)}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
