import { useState } from 'react'
import {
  type Phone,
  type PhoneKind,
  type PhoneOwner,
  phoneKinds,
} from '#shared/families/contact.ts'
import { familiesMessages } from '#shared/families/families-messages.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { homeMessages } from '#shared/families/home-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { settle } from '../../platform/settle.ts'
import { Button, IconButton } from '../../platform/ui/button.tsx'
import { CheckboxField } from '../../platform/ui/fields/choice-field.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconArrowUp, IconPlus, IconTrash } from '../../platform/ui/icons.ts'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { families } from '../family-calls.ts'
import classes from './home.module.css'
import { useIsOdd } from './use-is-odd.ts'

type PhonesFormProps = {
  readonly ownerKind: PhoneOwner
  readonly ownerId: string
  readonly name: string
  readonly phones: readonly Phone[]
  readonly onClose: () => void
}

type Draft = {
  readonly key: number
  readonly kind: PhoneKind
  readonly number: string
  readonly mayCallDuringSchool: boolean
}

/** All numbers of one owner at once, since their order is what matters. */
export function PhonesForm({ ownerKind, ownerId, name, phones, onClose }: PhonesFormProps) {
  const say = useSay(homeMessages)
  const sayUi = useSay(uiMessages)
  const sayRefusal = useSay(familiesMessages)
  const { drafts, add, change, remove, raise, isKnown } = useDrafts(phones)
  const [problem, setProblem] = useState<string | null>(null)

  async function save() {
    const filled = drafts.filter(({ number }) => number.trim())
    const answer = await families.setPhones({
      ownerKind,
      ownerId,
      phones: filled.map(({ key: _key, ...phone }) => phone),
    })
    const refusal = settle(answer, sayRefusal, say('phones-changed', { name }))
    setProblem(refusal)
    if (refusal === null) onClose()
  }
  return (
    <Modal
      title={say('phones-of', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" onClick={() => void save()}>
            {sayUi('save')}
          </Button>
        </>
      }
    >
      <form
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <p className="muted">{say('phone-order')}</p>
        {drafts.map((draft, index) => (
          <PhoneRow
            key={draft.key}
            draft={draft}
            isKnown={isKnown(draft)}
            position={index + 1}
            onChange={(fields) => change(draft.key, fields)}
            onRemove={() => remove(draft.key)}
            onRaise={() => raise(index)}
          />
        ))}
        <div>
          <Button size="small" icon={IconPlus} onClick={add}>
            {say('phone-add')}
          </Button>
        </div>
        {problem && (
          <Banner tone="alert" isNews>
            {problem}
          </Banner>
        )}
        {/* Enter in a field saves; the button that says so stands in the footer. */}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}

function useDrafts(phones: readonly Phone[]) {
  const { phone: write } = useFormats()
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => {
    const known = phones.map(({ kind, number, mayCallDuringSchool }, key) => ({
      key,
      kind,
      number: write(number),
      mayCallDuringSchool,
    }))
    return known.length > 0 ? known : [blank(0)]
  })
  return {
    drafts,
    /** As it was when the form opened: not something just typed. */
    isKnown: ({ number }: Draft) => phones.some((phone) => write(phone.number) === number),
    add: () => setDrafts([...drafts, blank(Math.max(-1, ...drafts.map(({ key }) => key)) + 1)]),
    change: (key: number, fields: Partial<Draft>) =>
      setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...fields } : draft))),
    remove: (key: number) => setDrafts(drafts.filter((draft) => draft.key !== key)),
    raise: (index: number) => {
      const draft = drafts[index]
      if (draft) setDrafts(drafts.toSpliced(index, 1).toSpliced(index - 1, 0, draft))
    },
  }
}

const blank = (key: number): Draft => ({
  key,
  kind: 'mobile',
  number: '',
  mayCallDuringSchool: false,
})

type PhoneRowProps = {
  readonly draft: Draft
  readonly isKnown: boolean
  readonly position: number
  readonly onChange: (fields: Partial<Draft>) => void
  readonly onRemove: () => void
  readonly onRaise: () => void
}

function PhoneRow({ draft, isKnown, position, onChange, onRemove, onRaise }: PhoneRowProps) {
  const say = useSay(homeMessages)
  const sayField = useSay(familyFieldsMessages)
  const isOdd = useIsOdd(isKnown ? '' : draft.number)
  return (
    <div className={classes.phoneRow} data-private>
      <SelectField
        label={sayField('field.kind')}
        value={draft.kind}
        options={phoneKinds.map((kind) => ({ value: kind, label: sayField(`phone-kind.${kind}`) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <TextField
        label={sayField('field.number')}
        inputMode="tel"
        isFirst={position === 1}
        value={draft.number}
        hint={isOdd && say('phone-odd')}
        onChange={(number) => onChange({ number })}
      />
      <span className={classes.rowEnd}>
        <IconButton
          icon={IconArrowUp}
          size="small"
          label={say('phone-up', { position })}
          disabled={position === 1}
          onClick={onRaise}
        />
        <IconButton
          icon={IconTrash}
          size="small"
          label={say('phone-remove', { position })}
          onClick={onRemove}
        />
      </span>
      <CheckboxField
        label={sayField('field.mayCallDuringSchool')}
        value={draft.mayCallDuringSchool}
        onChange={(mayCallDuringSchool) => onChange({ mayCallDuringSchool })}
      />
    </div>
  )
}
