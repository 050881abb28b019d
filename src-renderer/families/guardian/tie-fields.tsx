import { familiesMessages } from '#shared/families/families-messages.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import {
  type Authority,
  authorities,
  type GuardianLinkFields,
  type InformationRight,
  informationRights,
  type Relation,
  relations,
} from '#shared/families/guardian.ts'
import { homeMessages } from '#shared/families/home-messages.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { FamilyGuardian } from '#shared/pupils/pupils-contract.ts'
import { useSay } from '../../platform/language.tsx'
import { settle } from '../../platform/settle.ts'
import {
  InlineSelectField,
  InlineSwitchField,
} from '../../platform/ui/inline/inline-choice-field.tsx'
import { InlineDateField } from '../../platform/ui/inline/inline-date-field.tsx'
import { InlineTextArea, InlineTextField } from '../../platform/ui/inline/inline-text-field.tsx'
import { useViewer } from '../../platform/viewer.tsx'
import { families } from '../family-calls.ts'
import type { GuardianLinesProps } from './person-fields.tsx'

type LinkChange = Partial<GuardianLinkFields>

function useSaveTie({ guardian, link }: FamilyGuardian) {
  const say = useSay(homeMessages)
  const sayField = useSay(familyFieldsMessages)
  const sayRefusal = useSay(familiesMessages)
  return async (field: keyof GuardianLinkFields, fields: LinkChange) =>
    settle(
      await families.changeLink({ id: link.id, fields }),
      sayRefusal,
      say('guardian-changed', {
        field: sayField(`field.${field}`),
        name: displayName(guardian) || '•••',
      }),
    )
}

const historyOf = ({ link }: FamilyGuardian, field: keyof GuardianLinkFields) => ({
  table: 'guardianLinks',
  rowId: link.id,
  field,
})

/** What the desk asks every day: authority, who is called first, who may collect. */
export function DailyTieFields({ entry, isReadOnly }: GuardianLinesProps) {
  const sayField = useSay(familyFieldsMessages)
  const save = useSaveTie(entry)
  const { link } = entry
  const toggle = (field: 'mayCollect' | 'portalAccess' | 'receivesLetters') => (
    <InlineSwitchField
      label={sayField(`field.${field}`)}
      history={historyOf(entry, field)}
      value={link[field]}
      isReadOnly={isReadOnly}
      onSave={(isOn) => save(field, { [field]: isOn })}
    />
  )
  return (
    <>
      <div data-field="authority">
        <InlineSelectField<Authority>
          label={sayField('field.authority')}
          history={historyOf(entry, 'authority')}
          value={link.authority}
          isReadOnly={isReadOnly}
          isPrivate
          options={authorities.map((value) => ({ value, label: sayField(`authority.${value}`) }))}
          onSave={(authority) => save('authority', { authority })}
        />
      </div>
      <InlineSelectField
        label={sayField('field.contactOrder')}
        history={historyOf(entry, 'contactOrder')}
        value={String(link.contactOrder)}
        isReadOnly={isReadOnly}
        options={callOrders(link.contactOrder)}
        onSave={(order) => save('contactOrder', { contactOrder: Number(order) })}
      />
      {toggle('mayCollect')}
      {toggle('portalAccess')}
      {toggle('receivesLetters')}
    </>
  )
}

const usualOrders = ['1', '2', '3', '4', '5', '6']

function callOrders(present: number) {
  const own = String(present)
  const all = usualOrders.includes(own) ? usualOrders : [...usualOrders, own]
  return all.map((value) => ({ value, label: value }))
}

/** What law and school agreed about it, with the papers that prove it. */
export function LegalTieFields({ entry, isReadOnly, hidden }: GuardianLinesProps) {
  const sayField = useSay(familyFieldsMessages)
  const save = useSaveTie(entry)
  const { link } = entry
  return (
    <>
      <InlineSelectField<Relation>
        label={sayField('field.relation')}
        history={historyOf(entry, 'relation')}
        value={link.relation}
        isReadOnly={isReadOnly}
        options={relations.map((value) => ({ value, label: sayField(`relation.${value}`) }))}
        onSave={(relation) => save('relation', { relation })}
      />
      <InlineTextField
        label={sayField('field.authorityDocument')}
        history={historyOf(entry, 'authorityDocument')}
        value={link.authorityDocument}
        isReadOnly={isReadOnly}
        hidden={hidden}
        isPrivate
        onSave={(authorityDocument) => save('authorityDocument', { authorityDocument })}
      />
      <InlineDateField
        label={sayField('field.authorityOn')}
        history={historyOf(entry, 'authorityOn')}
        value={link.authorityOn}
        isReadOnly={isReadOnly}
        onSave={(authorityOn) => save('authorityOn', { authorityOn })}
      />
      <InlineSelectField<InformationRight>
        label={sayField('field.informationRight')}
        history={historyOf(entry, 'informationRight')}
        value={link.informationRight}
        isReadOnly={isReadOnly}
        isPrivate
        options={informationRights.map((value) => ({
          value,
          label: sayField(`information-right.${value}`),
        }))}
        onSave={(informationRight) => save('informationRight', { informationRight })}
      />
      <InlineTextField
        label={sayField('field.informationDocument')}
        history={historyOf(entry, 'informationDocument')}
        value={link.informationDocument}
        isReadOnly={isReadOnly}
        hidden={hidden}
        isPrivate
        onSave={(informationDocument) => save('informationDocument', { informationDocument })}
      />
      <NoContactField entry={entry} isReadOnly={isReadOnly} hidden={hidden} />
      <InlineTextArea
        label={sayField('field.note')}
        history={historyOf(entry, 'note')}
        value={link.note}
        isReadOnly={isReadOnly}
        hidden={hidden}
        isPrivate
        onSave={(note) => save('note', { note })}
      />
    </>
  )
}

/** A court's order: seen by everyone, set and lifted by the principal. */
function NoContactField({ entry, isReadOnly }: GuardianLinesProps) {
  const say = useSay(homeMessages)
  const sayField = useSay(familyFieldsMessages)
  const save = useSaveTie(entry)
  const { role } = useViewer()
  return (
    <InlineSwitchField
      label={sayField('field.noContact')}
      history={historyOf(entry, 'noContact')}
      value={entry.link.noContact}
      isReadOnly={isReadOnly || role !== 'principal'}
      warning={say('no-contact-hint')}
      onSave={(noContact) => save('noContact', { noContact })}
    />
  )
}
