import { useState } from 'react'
import type { ContactFields, ContactLinkFields } from '#shared/families/contact.ts'
import { familiesContract } from '#shared/families/families-contract.ts'
import { familiesMessages } from '#shared/families/families-messages.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { familyScreenMessages } from '#shared/families/family-screen-messages.ts'
import { homeMessages } from '#shared/families/home-messages.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { settle, settleLoose } from '../../platform/settle.ts'
import { Button } from '../../platform/ui/button.tsx'
import {
  IconChevronDown,
  IconChevronUp,
  IconClock,
  IconGavel,
  IconX,
} from '../../platform/ui/icons.ts'
import { InlineSwitchField } from '../../platform/ui/inline/inline-choice-field.tsx'
import { InlineDateField } from '../../platform/ui/inline/inline-date-field.tsx'
import { InlineFields } from '../../platform/ui/inline/inline-shell.tsx'
import { InlineTextField } from '../../platform/ui/inline/inline-text-field.tsx'
import { Card } from '../../platform/ui/page/page.tsx'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { useMay } from '../../platform/viewer.tsx'
import { families } from '../family-calls.ts'
import classes from '../home/home.module.css'
import { PhoneList } from '../home/phone-list.tsx'
import { isValidOn } from './collectors.tsx'

type ContactCardProps = {
  readonly entry: PupilFile['contacts'][number]
  readonly hidden: 'role' | 'protection' | null
}

/** Doctor, neighbour, grandmother: their own data, and what they may do for this child. */
export function ContactCard({ entry, hidden }: ContactCardProps) {
  const say = useSay(familyScreenMessages)
  const sayField = useSay(familyFieldsMessages)
  const sayRefusal = useSay(familiesMessages)
  const mayChange = useMay(familiesContract.methods.changeContact)
  const { today } = useFormats()
  const sayHome = useSay(homeMessages)
  const [isLong, setLong] = useState(false)
  const { contact, link, phones } = entry
  const name = contact.name || '•••'
  return (
    <Card>
      <div className={classes.head}>
        <h3>{name}</h3>
        <span className="muted">{sayField(`contact-kind.${contact.kind}`)}</span>
        {link.collectingForbidden && (
          <StatusTag tone="alert" icon={IconGavel}>
            {say('ban-set')}
          </StatusTag>
        )}
        {!isValidOn(today(), link) && (
          <StatusTag tone="neutral" icon={IconClock}>
            {say('expired')}
          </StatusTag>
        )}
      </div>
      {!hidden && (
        <PhoneList ownerKind="contact" ownerId={contact.id} name={name} phones={phones} />
      )}
      <InlineFields>
        <TieLines entry={entry} hidden={hidden} isLong={isLong} />
        <OwnLines entry={entry} hidden={hidden} isLong={isLong} />
      </InlineFields>
      {mayChange && (
        <div className={classes.buttons}>
          <Button
            kind="quiet"
            size="small"
            icon={isLong ? IconChevronUp : IconChevronDown}
            aria-expanded={isLong}
            aria-label={`${sayHome(isLong ? 'show-less' : 'show-more')}: ${name}`}
            onClick={() => setLong(!isLong)}
          >
            {sayHome(isLong ? 'show-less' : 'show-more')}
          </Button>
          <Button
            kind="quiet"
            size="small"
            icon={IconX}
            onClick={async () => {
              const answer = await families.unlinkContact({ id: link.id })
              settleLoose(answer, sayRefusal, say('contact-removed', { name }))
            }}
          >
            {say('contact-remove', { name })}
          </Button>
        </div>
      )}
    </Card>
  )
}

type LinesProps = ContactCardProps & { readonly isLong: boolean }

/** A doctor's name changes once, for all the doctor's pupils. */
function OwnLines({ entry: { contact }, hidden, isLong }: LinesProps) {
  const say = useSay(familyScreenMessages)
  const sayField = useSay(familyFieldsMessages)
  const sayRefusal = useSay(familiesMessages)
  const mayChange = useMay(familiesContract.methods.changeContact)
  const isShared = contact.kind === 'doctor' || contact.kind === 'dentist'

  async function save(field: keyof ContactFields, fields: Partial<ContactFields>) {
    const answer = await families.changeContact({ id: contact.id, fields })
    const words = { field: sayField(`field.${field}`), name: contact.name }
    return settle(answer, sayRefusal, say('contact-changed', words))
  }
  const line = (field: 'organisation' | 'address' | 'email' | 'note') =>
    (isLong || contact[field] !== null) && (
      <InlineTextField
        label={sayField(`field.${field}`)}
        value={contact[field]}
        isReadOnly={!mayChange}
        hidden={hidden}
        isPrivate={field !== 'organisation'}
        onSave={(text) => save(field, { [field]: text })}
      />
    )
  return (
    <>
      {isLong && (
        <InlineTextField
          label={sayField('field.name')}
          value={contact.name}
          isReadOnly={!mayChange}
          hidden={hidden}
          warning={isShared ? say('contact-shared') : null}
          onSave={async (name) => (name ? save('name', { name }) : say('needs-name'))}
        />
      )}
      {line('organisation')}
      {line('address')}
      {line('email')}
      {line('note')}
    </>
  )
}

function TieLines({ entry: { contact, link }, hidden, isLong }: LinesProps) {
  const say = useSay(familyScreenMessages)
  const sayField = useSay(familyFieldsMessages)
  const sayRefusal = useSay(familiesMessages)
  const mayChange = useMay(familiesContract.methods.changeContactLink)

  async function save(field: keyof ContactLinkFields, fields: Partial<ContactLinkFields>) {
    const answer = await families.changeContactLink({ id: link.id, fields })
    const words = { field: sayField(`field.${field}`), name: contact.name || '•••' }
    return settle(answer, sayRefusal, say('contact-changed', words))
  }
  const day = (field: 'validFrom' | 'validUntil') => (
    <InlineDateField
      label={sayField(`field.${field}`)}
      value={link[field]}
      isReadOnly={!mayChange}
      onSave={(chosen) => save(field, { [field]: chosen })}
    />
  )
  const toggle = (field: 'mayCollect' | 'collectingForbidden') => (
    <InlineSwitchField
      label={sayField(`field.${field}`)}
      value={link[field]}
      isReadOnly={!mayChange}
      onSave={(isOn) => save(field, { [field]: isOn })}
    />
  )
  if (contact.kind === 'doctor' || contact.kind === 'dentist') return null
  return (
    <>
      <InlineTextField
        label={sayField('field.relation')}
        value={link.relation}
        isReadOnly={!mayChange}
        hidden={hidden}
        onSave={(relation) => save('relation', { relation })}
      />
      {!link.collectingForbidden && toggle('mayCollect')}
      {(isLong || link.collectingForbidden) && toggle('collectingForbidden')}
      {(isLong || link.validFrom) && day('validFrom')}
      {(isLong || link.validUntil) && day('validUntil')}
    </>
  )
}
