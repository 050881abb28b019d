import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import type { AddressDraft } from './address-text.ts'
import classes from './home.module.css'

type AddressFieldsProps = {
  readonly draft: AddressDraft
  readonly onChange: (draft: AddressDraft) => void
  readonly error?: string | null
}

/** The five lines of an address, in the order people dictate them. */
export function AddressFields({ draft, onChange, error = null }: AddressFieldsProps) {
  const say = useSay(familyFieldsMessages)
  const field = (name: keyof AddressDraft, maxLength = 200) => ({
    label: say(`field.${name}`),
    value: draft[name],
    maxLength,
    onChange: (text: string) => onChange({ ...draft, [name]: text }),
  })
  return (
    <div className={classes.address} data-private>
      <div className={classes.wide}>
        <TextField {...field('street')} isFirst error={error} />
      </div>
      <TextField {...field('houseNumber', 20)} />
      <TextField {...field('houseNumberAddition', 20)} />
      <TextField {...field('postcode', 12)} />
      <div className={classes.town}>
        <TextField {...field('town')} />
      </div>
    </div>
  )
}
