import { useState } from 'react'
import { type Contact, type ContactKind, contactKinds } from '#shared/families/contact.ts'
import { familiesMessages } from '#shared/families/families-messages.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { familyScreenMessages } from '#shared/families/family-screen-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import { useSay } from '../../platform/language.tsx'
import { settle } from '../../platform/settle.ts'
import { Button } from '../../platform/ui/button.tsx'
import { CheckboxField } from '../../platform/ui/fields/choice-field.tsx'
import { ClearableSelectField, SelectField } from '../../platform/ui/fields/select-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { contactTables, families } from '../family-calls.ts'
import classes from '../home/home.module.css'

type AddContactProps = { readonly file: PupilFile; readonly onClose: () => void }

type Draft = {
  readonly kind: ContactKind
  /** One who is in Balie already, or null for a new one. */
  readonly knownId: string | null
  readonly name: string
  readonly organisation: string
  readonly phone: string
  readonly relation: string
  readonly mayCollect: boolean
}

const empty: Draft = {
  kind: 'emergency',
  knownId: null,
  name: '',
  organisation: '',
  phone: '',
  relation: '',
  mayCollect: false,
}

/** A doctor of the neighbourhood is chosen, not typed again: one row for all their pupils. */
export function AddContact({ file, onClose }: AddContactProps) {
  const say = useSay(familyScreenMessages)
  const sayUi = useSay(uiMessages)
  const [draft, setDraft] = useState(empty)
  const known = useFresh(contactTables, {}, families.contacts)
  const offered = known === 'loading' ? [] : known.filter(({ kind }) => kind === draft.kind)
  const chosen = offered.find(({ id }) => id === draft.knownId) ?? null
  const { problem, add } = useAdd(file, onClose)
  return (
    <Modal
      title={say('contact-add-title', { name: file.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" onClick={() => void add(draft, chosen)}>
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
          void add(draft, chosen)
        }}
      >
        <ContactForm draft={draft} onChange={setDraft} offered={offered} />
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

type ContactFormProps = {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly offered: readonly Contact[]
}

function ContactForm({ draft, onChange, offered }: ContactFormProps) {
  const say = useSay(familyScreenMessages)
  const sayField = useSay(familyFieldsMessages)
  const change = (fields: Partial<Draft>) => onChange({ ...draft, ...fields })
  const isCare = draft.kind === 'doctor' || draft.kind === 'dentist'
  return (
    <>
      <SelectField<ContactKind>
        label={sayField('field.kind')}
        isFirst
        value={draft.kind}
        options={contactKinds.map((kind) => ({
          value: kind,
          label: sayField(`contact-kind.${kind}`),
        }))}
        onChange={(kind) => change({ kind, knownId: null })}
      />
      {offered.length > 0 && (
        <ClearableSelectField
          label={say('contact-known')}
          placeholder={say('contact-new')}
          isSearchable
          value={draft.knownId}
          options={offered.map(({ id, name, organisation }) => ({
            value: String(id),
            label: [name, organisation].filter(Boolean).join(' · '),
          }))}
          onChange={(knownId) => change({ knownId })}
        />
      )}
      {draft.knownId === null && (
        <>
          <TextField
            label={`${sayField('field.name')} *`}
            isRequired
            value={draft.name}
            onChange={(name) => change({ name })}
          />
          {isCare && (
            <TextField
              label={sayField('field.organisation')}
              value={draft.organisation}
              onChange={(organisation) => change({ organisation })}
            />
          )}
          <TextField
            label={sayField('field.number')}
            inputMode="tel"
            value={draft.phone}
            onChange={(phone) => change({ phone })}
          />
        </>
      )}
      {!isCare && (
        <>
          <TextField
            label={sayField('field.relation')}
            value={draft.relation}
            onChange={(relation) => change({ relation })}
          />
          <CheckboxField
            label={sayField('field.mayCollect')}
            value={draft.mayCollect}
            onChange={(mayCollect) => change({ mayCollect })}
          />
        </>
      )}
    </>
  )
}

function useAdd(file: PupilFile, onClose: () => void) {
  const say = useSay(familyScreenMessages)
  const sayRefusal = useSay(familiesMessages)
  const [problem, setProblem] = useState<string | null>(null)

  async function add(draft: Draft, chosen: Contact | null) {
    const { kind, name, organisation, phone, relation, mayCollect } = draft
    if (!chosen && !name.trim()) return setProblem(say('needs-name'))
    const answer = await families.addContact({
      pupilId: file.pupil.id,
      contactId: chosen?.id ?? null,
      fields: chosen ? null : { kind, name, organisation, address: null, email: null, note: null },
      link: {
        contactOrder: file.contacts.length + 1,
        relation,
        mayCollect,
        collectingForbidden: false,
        validFrom: null,
        validUntil: null,
      },
      phones:
        !chosen && phone.trim()
          ? [{ kind: 'mobile', number: phone, mayCallDuringSchool: true }]
          : [],
    })
    const done = say('contact-added', { name: chosen?.name ?? name })
    const refusal = settle(answer, sayRefusal, done)
    setProblem(refusal)
    if (refusal === null) onClose()
  }
  return { problem, add }
}
