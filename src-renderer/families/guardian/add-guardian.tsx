import { useState } from 'react'
import { familiesMessages } from '#shared/families/families-messages.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { type Authority, authorities, type Relation, relations } from '#shared/families/guardian.ts'
import { homeMessages } from '#shared/families/home-messages.ts'
import type { Household } from '#shared/families/household.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { useSay } from '../../platform/language.tsx'
import { settle } from '../../platform/settle.ts'
import { Button } from '../../platform/ui/button.tsx'
import { CheckboxField } from '../../platform/ui/fields/choice-field.tsx'
import { ClearableSelectField, SelectField } from '../../platform/ui/fields/select-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { families } from '../family-calls.ts'
import { shortAddress } from '../home/address-text.ts'
import classes from '../home/home.module.css'
import { tieFor } from './new-tie.ts'

export type FamilyChild = { readonly id: PupilId; readonly name: string }

type AddGuardianProps = {
  /** Children of the family; the chosen ones get the new guardian. */
  readonly pupils: readonly FamilyChild[]
  readonly chosenAtFirst: readonly PupilId[]
  readonly homes: readonly Household[]
  /** How many guardians there are already: the new one is called after them. */
  readonly guardianCount: number
  readonly onClose: () => void
}

type Draft = {
  readonly firstName: string
  readonly prefix: string
  readonly lastName: string
  readonly relation: Relation
  readonly authority: Authority
  readonly email: string
  readonly phone: string
  readonly homeId: string | null
  readonly pupilIds: readonly PupilId[]
}

export function AddGuardian(props: AddGuardianProps) {
  const { homes, chosenAtFirst, onClose } = props
  const say = useSay(homeMessages)
  const sayUi = useSay(uiMessages)
  const [draft, setDraft] = useState<Draft>({
    firstName: '',
    prefix: '',
    lastName: '',
    relation: 'parent',
    authority: 'unknown',
    email: '',
    phone: '',
    homeId: homes[0]?.id ?? null,
    pupilIds: chosenAtFirst,
  })
  const { problem, add } = useAdd(props)
  return (
    <Modal
      title={say('guardian-add')}
      onClose={onClose}
      width={600}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" onClick={() => void add(draft)}>
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
          void add(draft)
        }}
      >
        <PersonPart draft={draft} onChange={setDraft} />
        <TiePart {...props} draft={draft} onChange={setDraft} />
        {problem && (
          <Banner tone="alert" isNews>
            {problem}
          </Banner>
        )}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}

type PartProps = { readonly draft: Draft; readonly onChange: (draft: Draft) => void }

function PersonPart({ draft, onChange }: PartProps) {
  const say = useSay(familyFieldsMessages)
  const text = (field: 'firstName' | 'prefix' | 'lastName' | 'email') => ({
    label: field === 'lastName' ? `${say(`field.${field}`)} *` : say(`field.${field}`),
    value: draft[field],
    onChange: (value: string) => onChange({ ...draft, [field]: value }),
  })
  return (
    <div className={classes.grid}>
      <TextField {...text('firstName')} isFirst />
      <TextField {...text('prefix')} />
      <TextField {...text('lastName')} isRequired />
      <TextField
        label={say('field.number')}
        inputMode="tel"
        value={draft.phone}
        onChange={(phone) => onChange({ ...draft, phone })}
      />
      <TextField {...text('email')} inputMode="email" />
    </div>
  )
}

function TiePart({ draft, onChange, pupils, homes }: PartProps & AddGuardianProps) {
  const say = useSay(homeMessages)
  const sayField = useSay(familyFieldsMessages)
  return (
    <>
      <div className={classes.grid}>
        <SelectField<Relation>
          label={sayField('field.relation')}
          value={draft.relation}
          options={relations.map((value) => ({ value, label: sayField(`relation.${value}`) }))}
          onChange={(relation) => onChange({ ...draft, relation })}
        />
        <SelectField<Authority>
          label={sayField('field.authority')}
          value={draft.authority}
          options={authorities.map((value) => ({ value, label: sayField(`authority.${value}`) }))}
          onChange={(authority) => onChange({ ...draft, authority })}
        />
        <ClearableSelectField
          label={sayField('field.householdId')}
          placeholder={say('guardian-lives-nowhere')}
          value={draft.homeId}
          options={homes.map((home) => ({ value: String(home.id), label: shortAddress(home) }))}
          onChange={(homeId) => onChange({ ...draft, homeId })}
        />
      </div>
      {pupils.length > 1 && (
        <fieldset className={classes.children}>
          <legend>{say('for-children')}</legend>
          {pupils.map(({ id, name }) => (
            <CheckboxField
              key={id}
              label={name}
              value={draft.pupilIds.includes(id)}
              onChange={(isOn) =>
                onChange({
                  ...draft,
                  pupilIds: isOn
                    ? [...draft.pupilIds, id]
                    : draft.pupilIds.filter((each) => each !== id),
                })
              }
            />
          ))}
        </fieldset>
      )}
    </>
  )
}

function useAdd({ homes, guardianCount, onClose }: AddGuardianProps) {
  const say = useSay(homeMessages)
  const sayRefusal = useSay(familiesMessages)
  const [problem, setProblem] = useState<string | null>(null)

  async function add(draft: Draft) {
    const { firstName, prefix, lastName, relation, authority, email, phone, pupilIds } = draft
    if (!lastName.trim()) return setProblem(say('needs-name'))
    if (pupilIds.length === 0) return setProblem(say('needs-child'))
    const answer = await families.addGuardian({
      pupilIds: [...pupilIds],
      fields: {
        firstName,
        initials: null,
        prefix,
        lastName,
        sex: relation === 'mother' ? 'female' : relation === 'father' ? 'male' : 'unknown',
        email,
        language: null,
        note: null,
      },
      link: tieFor(relation, authority, guardianCount + 1),
      phones: phone.trim() ? [{ kind: 'mobile', number: phone, mayCallDuringSchool: true }] : [],
      householdId: homes.find(({ id }) => id === draft.homeId)?.id ?? null,
    })
    const name = [firstName, prefix, lastName].filter(Boolean).join(' ')
    const refusal = settle(answer, sayRefusal, say('guardian-added', { name }))
    setProblem(refusal)
    if (refusal === null) onClose()
  }
  return { problem, add }
}
