import { askingMessages } from '#shared/children/asking-messages.ts'
import { childrenMessages } from '#shared/children/children-messages.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { showPhone } from '#shared/families/phone-display.ts'
import { speak } from '#shared/platform/messages.ts'
import { EntryField, type Filled } from './entry-field.tsx'
import { choiceName } from './field-words.ts'
import type { Card, TabModel } from './tab-model.ts'

type Props = Filled & { readonly cards: readonly Card[]; readonly model: TabModel }

/** Rows that belong together on a tab: a contact with the tie to it and its phones. */
export function groupCards({ cards, tab }: TabModel): readonly (readonly Card[])[] {
  if (tab !== 'contacts') return cards.map((card) => [card])
  const groups: Card[][] = []
  for (const card of cards) {
    const last = groups.at(-1)
    if (last && card.table !== 'contacts') last.push(card)
    else groups.push([card])
  }
  return groups
}

/** One thing of the office: its fields, and the way to say that it is no longer right. */
export function CardFields({ cards, model, ...filled }: Props) {
  const { reader } = filled
  const say = speak(askingMessages, reader.language)
  const [first] = cards
  if (!first) return null
  const isClosed = first.entries.every(({ isOpen, pending }) => !isOpen && pending === null)
  return (
    <fieldset className="card">
      <legend>{legendOf(first, model, filled)}</legend>
      {cards.map((card) => (
        <CardRow
          key={`${card.table} ${card.rowId}`}
          card={card}
          isOnly={cards.length === 1}
          {...filled}
        />
      ))}
      {first.table === 'contacts' && isClosed && <p className="meta">{say('shared')}</p>}
    </fieldset>
  )
}

type RowProps = Filled & { readonly card: Card; readonly isOnly: boolean }

function CardRow({ card, isOnly, ...filled }: RowProps) {
  const { reader, typed } = filled
  const say = speak(askingMessages, reader.language)
  const { entries, endName, endPending, table, title } = card
  const orderHint = (field: string) => (field === 'contactOrder' ? say('order-hint') : undefined)
  // Among the fields of a contact it must be said which of them is to go.
  const what = table === 'phones' && title && !isOnly ? `${showPhone(title, reader.country)}: ` : ''
  return (
    <>
      {entries.map((entry) => (
        <EntryField
          key={entry.name}
          entry={entry}
          hint={orderHint(entry.field.field)}
          {...filled}
        />
      ))}
      {endName && (
        <label className="tick">
          <input type="checkbox" name={endName} value="1" defaultChecked={typed[endName] === '1'} />
          {what}
          {say('end')}
        </label>
      )}
      {endPending && <p className="waits">{say('pending-end')}</p>}
    </>
  )
}

function legendOf({ table, title, kind }: Card, { tab }: TabModel, { reader }: Filled) {
  const { language, country } = reader
  if (table === 'phones') {
    const word = speak(askingMessages, language)('phone')
    return title ? `${word} ${showPhone(title, country)}` : word
  }
  if (table === 'contacts' || table === 'contactLinks') {
    const name = kind && choiceName({ table: 'contacts', field: 'kind' }, kind, language)
    return [title, name && `(${name})`].filter(Boolean).join(' ')
  }
  if (table === 'households') return speak(familyFieldsMessages, language)('field.address')
  return speak(childrenMessages, language)(`tab.${tab}`)
}
