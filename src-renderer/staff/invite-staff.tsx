import { useEffect, useState } from 'react'
import { deskContract } from '#shared/desk/desk-contract.ts'
import type { Day } from '#shared/platform/day.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { invitationSlip } from '#shared/staff/invitation-slip.ts'
import { type StaffRow, staffContract } from '#shared/staff/staff-contract.ts'
import { staffEntryMessages } from '#shared/staff/staff-entry-messages.ts'
import { staffMessages } from '#shared/staff/staff-messages.ts'
import { connect } from '../platform/client.ts'
import { useFormats } from '../platform/formats.ts'
import { useLocale, useSay } from '../platform/language.tsx'
import { Button } from '../platform/ui/button.tsx'
import { IconPrinter } from '../platform/ui/icons.ts'
import { Modal } from '../platform/ui/overlays/modal.tsx'
import { Banner } from '../platform/ui/signs/banner.tsx'
import classes from './staff.module.css'

const staff = connect(staffContract)
const desk = connect(deskContract)

type Invitation = { readonly code: string; readonly endsOn: Day }
type InviteStaffProps = { readonly person: StaffRow; readonly onClose: () => void }

/** A code with which somebody chooses the own password; shown once, since only its hash is kept. */
export function InviteStaff({ person, onClose }: InviteStaffProps) {
  const say = useSay(staffEntryMessages)
  const sayStaff = useSay(staffMessages)
  const sayUi = useSay(uiMessages)
  const { longDay } = useFormats()
  const locale = useLocale()
  const [made, setMade] = useState<Invitation | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { id, name, userName } = person
  // biome-ignore lint/correctness/useExhaustiveDependencies: one code for each time that it is opened.
  useEffect(() => {
    void staff.invite({ id }).then((answer) => {
      if (answer.ok) setMade(answer.value)
      else setProblem(sayStaff(answer.refusal))
    })
  }, [id])

  function print({ code, endsOn }: Invitation) {
    const language = person.language ?? locale.language
    const slip = invitationSlip({ name, userName, code, until: longDay(endsOn), language })
    void desk.printReport({ ...slip, as: 'paper' })
  }
  return (
    <Modal
      title={say('invite-title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('close')}</Button>
          <Button
            kind="primary"
            icon={IconPrinter}
            disabled={!made}
            onClick={() => made && print(made)}
          >
            {say('invite-print')}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        {problem && (
          <Banner tone="alert" isNews>
            {problem}
          </Banner>
        )}
        {made && (
          <>
            <p>{say('invite-text', { name, day: longDay(made.endsOn) })}</p>
            <output className={classes.code}>{made.code}</output>
            <p className="muted">{say('invite-own-computer')}</p>
          </>
        )}
      </div>
    </Modal>
  )
}
