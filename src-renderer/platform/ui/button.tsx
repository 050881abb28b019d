import { Tooltip } from '@mantine/core'
import type { ButtonHTMLAttributes, Ref } from 'react'
import { keyNames } from '../shortcuts.ts'
import classes from './button.module.css'
import type { Icon } from './icons.ts'
import { Kbd } from './signs/kbd.tsx'

type NativeProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style' | 'type'>

type ButtonProps = NativeProps & {
  readonly kind?: 'primary' | 'default' | 'quiet' | 'danger'
  readonly size?: 'normal' | 'small'
  readonly icon?: Icon
  /** Shown in the button, as `mod+enter`; the caller makes the key work. */
  readonly keys?: string
  readonly isSubmit?: boolean
  readonly isBusy?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({
  kind = 'default',
  size = 'normal',
  icon: Picture,
  keys,
  isSubmit,
  isBusy,
  disabled,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={isSubmit ? 'submit' : 'button'}
      className={classes.button}
      data-kind={kind}
      data-size={size}
      aria-busy={isBusy || undefined}
      disabled={disabled || isBusy}
      aria-keyshortcuts={keys?.replace('mod', 'Control')}
    >
      {Picture && <Picture size={size === 'small' ? 16 : 18} stroke={1.75} aria-hidden />}
      <span>{children}</span>
      {keys && <Kbd keys={keys} />}
    </button>
  )
}

type IconButtonProps = NativeProps & {
  readonly icon: Icon
  /** Its name for those who do not see the icon, and its tooltip for those who do. */
  readonly label: string
  readonly size?: 'normal' | 'small'
  readonly keys?: string
  readonly ref?: Ref<HTMLButtonElement>
}

export function IconButton({
  icon: Picture,
  label,
  size = 'normal',
  keys,
  ...rest
}: IconButtonProps) {
  const hint = keys ? `${label} (${keyNames(keys).join(' ')})` : label
  return (
    <Tooltip label={hint} openDelay={400} withArrow transitionProps={{ duration: 0 }}>
      <button
        {...rest}
        type="button"
        className={classes.icon}
        data-size={size}
        aria-label={label}
        aria-keyshortcuts={keys?.replace('mod', 'Control')}
      >
        <Picture size={size === 'small' ? 16 : 20} stroke={1.75} aria-hidden />
      </button>
    </Tooltip>
  )
}

type LinkButtonProps = NativeProps

/** Text that goes somewhere: an address inside the window, so a button that looks like a link. */
export function LinkButton(props: LinkButtonProps) {
  return <button {...props} type="button" className={classes.link} />
}
