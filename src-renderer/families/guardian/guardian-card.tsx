import { useState } from 'react'
import { familiesContract } from '#shared/families/families-contract.ts'
import { familiesMessages } from '#shared/families/families-messages.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { homeMessages } from '#shared/families/home-messages.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { FamilyGuardian } from '#shared/pupils/pupils-contract.ts'
import { useSay } from '../../platform/language.tsx'
import { settleLoose } from '../../platform/settle.ts'
import { Button } from '../../platform/ui/button.tsx'
import {
  IconChevronDown,
  IconChevronUp,
  IconGavel,
  IconPhone,
  IconX,
} from '../../platform/ui/icons.ts'
import { InlineFields } from '../../platform/ui/inline/inline-shell.tsx'
import { Card } from '../../platform/ui/page/page.tsx'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { useMay } from '../../platform/viewer.tsx'
import { families } from '../family-calls.ts'
import classes from '../home/home.module.css'
import { PhoneList } from '../home/phone-list.tsx'
import { EmailField, PersonFields } from './person-fields.tsx'
import { DailyTieFields, LegalTieFields } from './tie-fields.tsx'

export type GuardianCardProps = {
  readonly entry: FamilyGuardian
  readonly pupil: { readonly id: PupilId; readonly name: string }
  /** Why name, phone and e-mail are hidden, null when they are shown. */
  readonly hidden: 'role' | 'protection' | null
}

/** One guardian of one pupil: what is needed daily at once, the rest behind a button. */
export function GuardianCard({ entry, pupil, hidden }: GuardianCardProps) {
  const say = useSay(homeMessages)
  const sayField = useSay(familyFieldsMessages)
  const mayChange = useMay(familiesContract.methods.changeLink)
  const [isLong, setLong] = useState(false)
  const { guardian, link, phones } = entry
  const name = displayName(guardian) || '•••'
  const lines = { entry, isReadOnly: !mayChange, hidden }
  return (
    <Card>
      <div className={classes.head}>
        <h3>{name}</h3>
        <span className="muted">{sayField(`relation.${link.relation}`)}</span>
        {link.noContact ? (
          <StatusTag tone="alert" icon={IconGavel}>
            {say('no-contact')}
          </StatusTag>
        ) : (
          <StatusTag tone="neutral" icon={IconPhone}>
            {say('call-order', { order: link.contactOrder })}
          </StatusTag>
        )}
      </div>
      {!hidden && (
        <span data-field="guardianPhone">
          <PhoneList ownerKind="guardian" ownerId={guardian.id} name={name} phones={phones} />
        </span>
      )}
      <InlineFields>
        <EmailField {...lines} />
        <DailyTieFields {...lines} />
        {isLong && (
          <>
            <LegalTieFields {...lines} />
            <PersonFields {...lines} />
          </>
        )}
      </InlineFields>
      <div className={classes.buttons}>
        <Button
          kind="quiet"
          size="small"
          icon={isLong ? IconChevronUp : IconChevronDown}
          aria-expanded={isLong}
          aria-label={`${say(isLong ? 'show-less' : 'show-more')}: ${name}`}
          onClick={() => setLong(!isLong)}
        >
          {say(isLong ? 'show-less' : 'show-more')}
        </Button>
        {mayChange && isLong && <Unlink entry={entry} pupil={pupil} name={name} />}
      </div>
    </Card>
  )
}

type UnlinkProps = Omit<GuardianCardProps, 'hidden'> & { readonly name: string }

function Unlink({ entry, pupil, name }: UnlinkProps) {
  const say = useSay(homeMessages)
  const sayRefusal = useSay(familiesMessages)
  return (
    <Button
      kind="quiet"
      size="small"
      icon={IconX}
      onClick={async () => {
        const answer = await families.unlinkGuardian({ id: entry.link.id })
        settleLoose(answer, sayRefusal, say('unlinked', { name, pupil: pupil.name }))
      }}
    >
      {say('unlink', { pupil: pupil.name })}
    </Button>
  )
}
