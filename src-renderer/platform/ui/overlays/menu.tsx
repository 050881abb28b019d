import { Menu as MantineMenu } from '@mantine/core'
import { Fragment } from 'react'
import { Button, IconButton } from '../button.tsx'
import type { Icon } from '../icons.ts'
import { Kbd } from '../signs/kbd.tsx'

export type MenuEntry =
  | {
      readonly label: string
      readonly icon?: Icon
      readonly keys?: string
      readonly isDanger?: boolean
      readonly isDisabled?: boolean
      readonly onSelect: () => void
    }
  | { readonly heading: string }

type MenuProps = {
  readonly label: string
  readonly icon: Icon
  readonly isIconOnly?: boolean
  readonly size?: 'normal' | 'small'
  readonly entries: readonly MenuEntry[]
}

/** A button with a list of things to do. */
export function Menu({ label, icon, isIconOnly, size = 'normal', entries }: MenuProps) {
  return (
    <MantineMenu position="bottom-end" transitionProps={{ duration: 0 }} shadow="none" width={240}>
      <MantineMenu.Target>
        {isIconOnly ? (
          <IconButton icon={icon} label={label} size={size} />
        ) : (
          <Button icon={icon} size={size}>
            {label}
          </Button>
        )}
      </MantineMenu.Target>
      <MantineMenu.Dropdown aria-label={label}>
        {entries.map((entry) => (
          <Fragment key={'heading' in entry ? entry.heading : entry.label}>
            <Entry {...entry} />
          </Fragment>
        ))}
      </MantineMenu.Dropdown>
    </MantineMenu>
  )
}

function Entry(entry: MenuEntry) {
  if ('heading' in entry) return <MantineMenu.Label>{entry.heading}</MantineMenu.Label>
  const { label, icon: Picture, keys, isDanger, isDisabled, onSelect } = entry
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
