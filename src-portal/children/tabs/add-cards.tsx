import { askingMessages } from '#shared/children/asking-messages.ts'
import { contactKinds, phoneKinds } from '#shared/families/contact.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import type { Child } from '../children-table.ts'
import { Choice, type Filled, Labelled } from './entry-field.tsx'
import { Also } from './tab-page.tsx'

/** One more number. */
export function AddPhone({ reader, typed, troubles }: Filled) {
  const say = speak(askingMessages, reader.language)
  const words = speak(familyFieldsMessages, reader.language)
  const kinds = phoneKinds.map((kind) => ({ value: kind, name: words(`phone-kind.${kind}`) }))
  return (
    <fieldset className="card">
      <legend>{say('phone-new')}</legend>
      <NewField
        name="phone.new.number"
        type="tel"
        label={words('field.number')}
        {...{ reader, typed, troubles }}
      />
      <Labelled name="phone.new.kind" label={words('field.kind')}>
        {(described) => (
          <Choice
            id="phone.new.kind"
            name="phone.new.kind"
            {...described}
            choices={[{ value: '', name: '–' }, ...kinds]}
            text={typed['phone.new.kind'] ?? ''}
          />
        )}
      </Labelled>
    </fieldset>
  )
}

/** Somebody new around the child: who, what they are to the child, a number. */
export function AddContact({
  reader,
  typed,
  troubles,
  also,
}: Filled & { readonly also: readonly Child[] }) {
  const say = speak(askingMessages, reader.language)
  const words = speak(familyFieldsMessages, reader.language)
  const kinds = contactKinds.map((kind) => ({ value: kind, name: words(`contact-kind.${kind}`) }))
  const isOpen = Object.keys(typed).some((name) => name.startsWith('contact.new.'))
  const filled = { reader, typed, troubles }
  return (
    <details className="card" open={isOpen}>
      <summary>{say('contact-new')}</summary>
      <div className="fields">
        <p className="meta">{say('contact-new-lead')}</p>
        <Labelled name="contact.new.kind" label={words('field.kind')}>
          {(described) => (
            <Choice
              id="contact.new.kind"
              name="contact.new.kind"
              {...described}
              choices={kinds}
              text={typed['contact.new.kind'] ?? 'emergency'}
            />
          )}
        </Labelled>
        <NewField name="contact.new.name" label={words('field.name')} isRequired {...filled} />
        <NewField name="contact.new.relation" label={words('field.relation')} {...filled} />
        <NewField name="contact.new.phone" type="tel" label={words('field.number')} {...filled} />
        <NewField name="contact.new.organisation" label={words('field.organisation')} {...filled} />
        <NewField name="contact.new.address" label={words('field.address')} {...filled} />
        <NewField name="contact.new.email" type="email" label={words('field.email')} {...filled} />
        <label className="tick">
          <input
            type="checkbox"
            name="contact.new.mayCollect"
            value="1"
            defaultChecked={typed['contact.new.mayCollect'] === '1'}
          />
          {words('field.mayCollect')}
        </label>
        {also.length > 0 && (
          <Also words={say('also')} model={{ also }} typed={typed} isTicked={false} />
        )}
      </div>
    </details>
  )
}

type NewFieldProps = Filled & {
  readonly name: string
  readonly label: string
  readonly type?: 'text' | 'tel' | 'email'
  readonly isRequired?: boolean
}

function NewField({
  name,
  label,
  type = 'text',
  isRequired = false,
  reader,
  typed,
  troubles,
}: NewFieldProps) {
  const trouble = troubles[name]
  return (
    <Labelled
      name={name}
      label={label}
      isRequired={isRequired}
      trouble={trouble && speak(askingMessages, reader.language)(trouble)}
    >
      {(described) => (
        <input
          id={name}
          name={name}
          type={type}
          autoComplete="off"
          maxLength={200}
          defaultValue={typed[name]}
          {...described}
          {...(trouble && { 'aria-invalid': true })}
        />
      )}
      {trouble?.startsWith('doubt.') && (
        <input type="hidden" name={`sure.${name}`} value={typed[name] ?? ''} />
      )}
    </Labelled>
  )
}
