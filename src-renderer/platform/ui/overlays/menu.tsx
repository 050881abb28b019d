import { Menu as MantineMenu } from '@mantine/core'
import { type ComponentProps, Fragment, type ReactElement } from 'react'
import { Button, IconButton } from '../button.tsx'
import { type Icon, IconCheck } from '../icons.ts'
import { Kbd } from '../signs/kbd.tsx'

export type MenuEntry =
  | {
      readonly label: string
      readonly icon?: Icon
      readonly keys?: string
      readonly isDanger?: boolean
      readonly isDisabled?: boolean
      /** The one of several that counts now. */
      readonly isChecked?: boolean
      readonly onSelect: () => void
    }
  | { readonly heading: string }

type MenuProps = {
  /** On the button, and the name of the list. */
  readonly label: string
  readonly entries: readonly MenuEntry[]
} & (
  | { readonly icon: Icon; readonly isIconOnly?: boolean; readonly size?: 'normal' | 'small' }
  /** A button of the caller's own making, with a name of its own. */
  | { readonly opener: ReactElement }
)

/** A button with a list of things to do. */
export function Menu(props: MenuProps) {
  const { label, entries } = props
  return (
    <MantineMenu
      position="bottom-end"
      transitionProps={{ duration: 0 }}
      shadow="none"
      width={250}
      // Its stand-in for the first focus is a child that no menu may have.
      withInitialFocusPlaceholder={false}
      styles={{ dropdown: { maxHeight: '70vh', overflowY: 'auto' } }}
    >
      <MantineMenu.Target>
        {'opener' in props ? props.opener : <Opener {...props} />}
      </MantineMenu.Target>
      <MantineMenu.Dropdown aria-label={label}>
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two entries may bear the same words.
          <Fragment key={index}>
            <Entry {...entry} />
          </Fragment>
        ))}
      </MantineMenu.Dropdown>
    </MantineMenu>
  )
}

type OpenerProps = Omit<ComponentProps<typeof Button>, 'icon' | 'size'> & {
  readonly label: string
  readonly icon: Icon
  readonly isIconOnly?: boolean
  readonly size?: 'normal' | 'small'
}

/** Takes what Mantine adds to its target: handlers, state and a place to measure. */
function Opener({ label, icon, isIconOnly, size = 'normal', ...rest }: OpenerProps) {
  if (isIconOnly) {
    const { kind: _kind, isSubmit: _isSubmit, isBusy: _isBusy, children: _, ...given } = rest
    return <IconButton {...given} icon={icon} label={label} size={size} />
  }
  return (
    <Button {...rest} icon={icon} size={size}>
      {label}
    </Button>
  )
}

function Entry(entry: MenuEntry) {
  if ('heading' in entry) return <MantineMenu.Label>{entry.heading}</MantineMenu.Label>
  const { label, icon: Picture, keys, isDanger, isDisabled, isChecked, onSelect } = entry
  if (isChecked !== undefined) {
    return (
      <MantineMenu.RadioItem
        value={label}
        checked={isChecked}
        onChange={onSelect}
        closeMenuOnClick
        disabled={isDisabled ?? false}
        checkIcon={<IconCheck size={16} stroke={2} aria-hidden />}
      >
        {label}
      </MantineMenu.RadioItem>
    )
  }
  return (
    <MantineMenu.Item
      leftSection={Picture && <Picture size={18} stroke={1.75} aria-hidden />}
      rightSection={keys && <Kbd keys={keys} />}
      disabled={isDisabled ?? false}
      {...(isDanger ? { c: 'var(--b-alert)' } : {})}
      onClick={onSelect}
    >
      {label}
    </MantineMenu.Item>
  )
}
