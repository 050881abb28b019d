import { useState } from 'react'
import type { Phone, PhoneOwner } from '#shared/families/contact.ts'
import { familiesContract } from '#shared/families/families-contract.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { homeMessages } from '#shared/families/home-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { IconButton } from '../../platform/ui/button.tsx'
import { IconPencil } from '../../platform/ui/icons.ts'
import { PhoneLink } from '../../platform/ui/signs/phone-link.tsx'
import { useMay } from '../../platform/viewer.tsx'
import classes from './home.module.css'
import { PhonesForm } from './phones-form.tsx'

type PhoneListProps = {
  readonly ownerKind: PhoneOwner
  readonly ownerId: string
  readonly name: string
  readonly phones: readonly Phone[]
}

/** Somebody's numbers, the first to call on top, with a pencil. */
export function PhoneList(props: PhoneListProps) {
  const { name, phones } = props
  const say = useSay(homeMessages)
  const mayChange = useMay(familiesContract.methods.setPhones)
  const [isEditing, setEditing] = useState(false)
  return (
    <div className={classes.phones}>
      <span className={classes.phoneLines}>
        {phones.length === 0 && <span className="muted">{say('phones-none')}</span>}
        {phones.map((phone) => (
          <PhoneLine key={phone.id} phone={phone} />
        ))}
      </span>
      {mayChange && (
        <IconButton
          icon={IconPencil}
          size="small"
          label={say('phones-edit', { name })}
          onClick={() => setEditing(true)}
        />
      )}
      {isEditing && <PhonesForm {...props} onClose={() => setEditing(false)} />}
    </div>
  )
}

function PhoneLine({ phone: { number, kind, mayCallDuringSchool } }: { readonly phone: Phone }) {
  const say = useSay(familyFieldsMessages)
  const sayHome = useSay(homeMessages)
  return (
    <span className={classes.phoneLine}>
      <PhoneLink number={number} className={classes.number} />
      <span className="muted">
        {say(`phone-kind.${kind}`)}
        {!mayCallDuringSchool && ` · ${sayHome('not-during-school')}`}
      </span>
    </span>
  )
}
