import { useState } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import type { StaffId } from '#shared/staff/staff.ts'
import { staffContract } from '#shared/staff/staff-contract.ts'
import { deviceMessages } from '#shared/sync/device-messages.ts'
import { joinMessages } from '#shared/sync/join-messages.ts'
import type { PortalRefusal } from '#shared/sync/sync-contract.ts'
import { connect } from '../platform/client.ts'
import { useSay } from '../platform/language.tsx'
import { Button } from '../platform/ui/button.tsx'
import { SelectField } from '../platform/ui/fields/select-field.tsx'
import { Modal } from '../platform/ui/overlays/modal.tsx'
import { Banner } from '../platform/ui/signs/banner.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import classes from './sync.module.css'
import { sync } from './sync-store.ts'

const staff = connect(staffContract)

/** A code for one more computer of somebody who works here. */
export function AddDevice({ onClose }: { readonly onClose: () => void }) {
  const say = useSay(deviceMessages)
  const sayJoin = useSay(joinMessages)
  const sayUi = useSay(uiMessages)
  const people = useFresh(['staff'], {}, staff.list)
  const [staffId, choose] = useState<StaffId | null>(null)
  const [code, setCode] = useState<{
    readonly code: string
    readonly handsKeyOver: boolean
  } | null>(null)
  const [refusal, setRefusal] = useState<PortalRefusal | null>(null)

  async function make() {
    if (!staffId) return
    const answer = await sync.addDevice({ staffId })
    setRefusal(answer.ok ? null : answer.refusal)
    setCode(answer.ok ? answer.value : null)
  }
  const active = people === 'loading' ? [] : people.filter(({ isActive }) => isActive)
  return (
    <Modal
      title={say('device-add')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('close')}</Button>
          <Button kind="primary" disabled={!staffId} onClick={() => void make()}>
            {say('device-add-make')}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <SelectField
          label={say('device-add-for')}
          value={staffId}
          onChange={choose}
          options={active.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {refusal && (
          <Banner tone="alert" isNews>
            {sayJoin(refusal)}
          </Banner>
        )}
        {code && (
          <div role="status">
            <code className={classes.code}>{code.code}</code>
            <p>{say('device-add-text')}</p>
            {!code.handsKeyOver && <p className="muted">{say('device-add-numbers')}</p>}
          </div>
        )}
      </div>
    </Modal>
  )
}
