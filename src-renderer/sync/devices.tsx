import { useState } from 'react'
import { deviceMessages } from '#shared/sync/device-messages.ts'
import { joinMessages } from '#shared/sync/join-messages.ts'
import type { PortalRefusal, SyncDevice, SyncStanding } from '#shared/sync/sync-contract.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { Button } from '../platform/ui/button.tsx'
import { IconCheck, IconLock, IconPlus, IconTrash } from '../platform/ui/icons.ts'
import { Section } from '../platform/ui/page/page.tsx'
import { Banner } from '../platform/ui/signs/banner.tsx'
import { StatusTag } from '../platform/ui/signs/status-tag.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { AddDevice } from './add-device.tsx'
import { BlockDevice } from './block-device.tsx'
import classes from './sync.module.css'
import { sync } from './sync-store.ts'

/** The computers of the school: let one in, block one, see that it is wiped. */
export function Devices({ standing }: { readonly standing: SyncStanding }) {
  const say = useSay(deviceMessages)
  const sayJoin = useSay(joinMessages)
  const [edition, setEdition] = useState(0)
  // Asked again when the portal answers after it did not.
  const isReached = standing === 'current'
  const answer = useFresh([], { edition, isReached }, () => sync.devices({}))
  const [isAdding, add] = useState(false)
  const [blocked, block] = useState<SyncDevice | null>(null)
  const [refusal, setRefusal] = useState<PortalRefusal | null>(null)

  async function confirm({ device }: SyncDevice, collects: boolean) {
    block(null)
    const done = await sync.blockDevice({ device, collects })
    setRefusal(done.ok ? null : done.refusal)
    setEdition((now) => now + 1)
  }
  return (
    <Section
      title={say('devices')}
      actions={
        <Button size="small" icon={IconPlus} onClick={() => add(true)}>
          {say('device-add')}
        </Button>
      }
    >
      {refusal && (
        <Banner tone="alert" isNews>
          {sayJoin(refusal)}
        </Banner>
      )}
      {answer !== 'loading' && !answer.ok && <p className="muted">{say('devices-none')}</p>}
      {answer !== 'loading' && answer.ok && (
        <ul className={classes.rows}>
          {answer.value.map((device) => (
            <DeviceRow key={device.device} device={device} onBlock={() => block(device)} />
          ))}
        </ul>
      )}
      {isAdding && <AddDevice onClose={() => add(false)} />}
      {blocked && (
        <BlockDevice
          name={blocked.name}
          onClose={() => block(null)}
          onBlock={(collects) => void confirm(blocked, collects)}
        />
      )}
    </Section>
  )
}

type DeviceRowProps = { readonly device: SyncDevice; readonly onBlock: () => void }

function DeviceRow({ device, onBlock }: DeviceRowProps) {
  const say = useSay(deviceMessages)
  const { moment } = useFormats()
  const { name, staffName, seenAt, waiting, revokedAt, wipedAt, isThis } = device
  return (
    <li>
      <div className={classes.what}>
        <strong>{isThis ? `${name} (${say('device-this')})` : name}</strong>
        <small>
          {staffName} ·{' '}
          {seenAt ? say('device-seen', { moment: moment(seenAt) }) : say('device-never')}
          {waiting > 0 && wipedAt === null && <> · {say('device-waiting', { count: waiting })}</>}
        </small>
      </div>
      <StatusTag
        tone={revokedAt === null ? 'quiet' : wipedAt ? 'neutral' : 'warn'}
        icon={revokedAt === null ? IconCheck : wipedAt ? IconTrash : IconLock}
      >
        {say(revokedAt === null ? 'device-active' : wipedAt ? 'device-wiped' : 'device-ordered')}
      </StatusTag>
      {revokedAt === null && !isThis && (
        <Button size="small" kind="danger" icon={IconLock} onClick={onBlock}>
          {say('block')}
        </Button>
      )}
    </li>
  )
}
