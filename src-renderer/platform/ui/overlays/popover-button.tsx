import { Popover } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
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
  /** When another key opens it: then it need not be one more stop of Tab. */
  readonly isSkipped?: boolean
  readonly children: (close: () => void) => ReactNode
}

/** A button that opens a small window of its own: choices, an explanation, a history. */
export function PopoverButton(props: PopoverButtonProps) {
  const { icon, label, isIconOnly, size = 'normal', keys, position = 'bottom-end' } = props
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const { opener: openerRef, inside } = useCloseOutside(isOpen, close)
  function toggle() {
    if (!isOpen) props.onOpen?.()
    setOpen(!isOpen)
  }
  const opener = {
    icon,
    size,
    ...(keys ? { keys } : {}),
    ...(props.isSkipped ? { tabIndex: -1 } : {}),
    onClick: toggle,
    'aria-haspopup': 'dialog',
    'aria-expanded': isOpen,
  } as const
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      closeOnClickOutside={false}
      closeOnEscape={false}
      position={position}
      {...(props.width ? { width: props.width } : {})}
      trapFocus
      returnFocus
      withRoles={false}
      transitionProps={{ duration: 0 }}
      shadow="none"
    >
      <Popover.Target>
        <span ref={openerRef} className={classes.opener}>
          {isIconOnly ? (
            <IconButton {...opener} label={label} />
          ) : (
            <Button {...opener}>{label}</Button>
          )}
        </span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label}>
        {/* Focused itself when there is nothing in it to focus, so that Esc still closes it. */}
        <div tabIndex={-1} className={classes.inside} {...inside}>
          {isOpen && props.children(close)}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

/**
 * A click beside it closes it. The list of a field and a calendar lie elsewhere in the document
 * but inside it for React, whose events come by here first: those clicks belong to it.
 */
function useCloseOutside(isOpen: boolean, close: () => void) {
  const opener = useRef<HTMLSpanElement>(null)
  const isInside = useRef(false)
  const latest = useRef(close)
  latest.current = close
  useEffect(() => {
    if (!isOpen) return
    function onPointerDown({ target }: PointerEvent) {
      const isOurs =
        isInside.current || (target instanceof Node && opener.current?.contains(target))
      isInside.current = false
      if (!isOurs) latest.current()
    }
    // What had the focus may be gone: a line that was undone loses its button.
    function onLostKey({ key }: globalThis.KeyboardEvent) {
      if (key === 'Escape' && document.activeElement === document.body) latest.current()
    }
    document.addEventListener('pointerdown', onPointerDown)
    document.addEventListener('keydown', onLostKey)
    return () => {
      document.removeEventListener('pointerdown', onPointerDown)
      document.removeEventListener('keydown', onLostKey)
    }
  }, [isOpen])
  const inside = {
    onPointerDownCapture: () => {
      isInside.current = true
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isOverIt(event)) return
      event.preventDefault()
      // One level back: what lies under it keeps its own Escape.
      event.stopPropagation()
      close()
    },
  }
  return { opener, inside }
}

/** A list or calendar that is open over it takes the Escape for itself. */
function isOverIt({ target, currentTarget }: KeyboardEvent<HTMLElement>) {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return true
  return target.getAttribute('aria-expanded') === 'true'
}
