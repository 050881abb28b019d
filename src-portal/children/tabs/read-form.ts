import type { AskAct, AskTable } from '#shared/change-requests/change-request.ts'
import type { AskDoubt, AskProblem } from '#shared/change-requests/rules/asked-value.ts'
import { readAsked } from '#shared/change-requests/rules/asked-value.ts'
import { readNewRow } from '#shared/change-requests/rules/new-rows.ts'
import { readPhone } from '#shared/families/phone-number.ts'
import type { Country } from '#shared/platform/language.ts'
import type { Entry, TabModel } from './tab-model.ts'

/** What was typed on a tab, by name in the form; only what differs from what the school has. */
export type Typed = Readonly<Record<string, string>>

/** What sends a form along besides what was typed. */
const controls = new Set(['form', 'once', 'do', 'to'])
export const newPhone = ['number', 'kind', 'mayCallDuringSchool'] as const
export const newContact = [
  'kind',
  'name',
  'relation',
  'phone',
  'organisation',
  'address',
  'email',
  'mayCollect',
] as const
export const languagePlaces = ['0', '1', '2'] as const

/**
 * What a form held, or null when it holds anything that the tab did not offer: another child's row, a
 * field that may not be asked, a name that nobody knows. Such a form is refused as a whole.
 */
export function readTyped(model: TabModel, body: unknown, country: Country): Typed | null {
  const entries = new Map(model.cards.flatMap(namesOf))
  const others = new Set(otherNames(model))
  const typed: Record<string, string> = {}
  for (const [name, value] of Object.entries(Object(body))) {
    if (controls.has(name)) continue
    if (typeof value !== 'string' || value.length > 4000) return null
    const plain = name.replace(/^sure\./, '')
    const entry = entries.get(plain)
    // What waits for an answer stays as it is: a form that is sent twice asks nothing twice.
    if (entry?.pending) continue
    if (!(entry?.isOpen || others.has(plain))) return null
    typed[name] = value
  }
  return withoutSame(model, joinLanguages(typed, model), country)
}

const namesOf = ({ entries }: TabModel['cards'][number]) =>
  entries.flatMap((entry) => namesOfEntry(entry).map((name) => [name, entry] as const))

const namesOfEntry = ({ name, field }: Entry) =>
  field.input === 'languages' ? languagePlaces.map((place) => `${name}.${place}`) : [name]

function otherNames({ cards, phoneOwner, contactFor, also }: TabModel) {
  return [
    'remark',
    ...cards.flatMap(({ endName }) => endName ?? []),
    ...(phoneOwner ? newPhone.map((field) => `phone.new.${field}`) : []),
    ...(contactFor ? newContact.map((field) => `contact.new.${field}`) : []),
    ...(also.length > 0 ? ['also.shown'] : []),
    ...also.map(({ linkId }) => `also.${linkId}`),
  ]
}

/** Three boxes of languages are one value: the list as the record has it. */
function joinLanguages(typed: Record<string, string>, { cards }: TabModel) {
  const joined = { ...typed }
  for (const { name, field } of cards.flatMap(({ entries }) => entries)) {
    if (field.input !== 'languages' || !(`${name}.0` in typed)) continue
    const chosen = languagePlaces.flatMap((place) => typed[`${name}.${place}`] || [])
    for (const place of languagePlaces) delete joined[`${name}.${place}`]
    joined[name] = JSON.stringify([...new Set(chosen)])
  }
  return joined
}

/** A number in another way of writing is the same number. */
function withoutSame({ cards }: TabModel, typed: Record<string, string>, country: Country): Typed {
  const entries = new Map(cards.flatMap((card) => card.entries.map((each) => [each.name, each])))
  const isSame = (name: string, text: string) => {
    const entry = entries.get(name)
    const plain = text.trim().replaceAll('\r\n', '\n')
    return entry && readAsked(entry.field, plain, country).value === readSame(entry, country)
  }
  return Object.fromEntries(
    Object.entries(typed).filter(
      ([name, text]) => !isSame(name, text) && !isEmptyExtra(name, text),
    ),
  )
}

/** What stands there as it would be read if it were typed: no is the same as nothing. */
function readSame({ field, value }: Entry, country: Country) {
  if (value === null && field.input === 'yes-no') return '0'
  if (value === null && field.input === 'languages') return '[]'
  return readAsked(field, value, country).value
}

const isEmptyExtra = (name: string, text: string) =>
  text.trim() === '' && /^(remark$|phone\.new|contact\.new|sure\.)/.test(name)

/** Whether anything was typed that could become a request; a box that was ticked anyway is nothing. */
export const hasChanges = (typed: Typed) =>
  Object.keys(typed).some(
    (name) =>
      !/^(also\.|sure\.|remark$|.*\.new\.(kind|mayCallDuringSchool|mayCollect)$)/.test(name),
  )

export type Ask = {
  readonly act: AskAct
  readonly tbl: AskTable
  readonly rowId: string
  readonly field: string | null
  readonly seen: string | null
  readonly asked: string | null
  /** Name in the form. */
  readonly name: string
}

export type Troubles = Readonly<Record<string, AskProblem | AskDoubt>>

export type ReadForm = { readonly asks: readonly Ask[]; readonly troubles: Troubles }

/** What is asked with what was typed, and what is wrong with it by name in the form. */
export function readAsks(model: TabModel, typed: Typed, country: Country): ReadForm {
  const asks: Ask[] = []
  const troubles: Record<string, AskProblem | AskDoubt> = {}
  for (const card of model.cards) {
    for (const entry of card.entries.filter(({ name }) => name in typed)) {
      const text = typed[entry.name] ?? ''
      const { value, problem, doubt } = readAsked(entry.field, text, country)
      const trouble = problem ?? (isSure(typed, entry.name) ? null : doubt)
      if (trouble) troubles[entry.name] = trouble
      if (value === entry.value) continue
      const { rowId, field, name } = entry
      asks.push({
        act: 'set',
        tbl: field.table,
        rowId,
        field: field.field,
        seen: entry.value,
        asked: value,
        name,
      })
    }
    if (card.endName && typed[card.endName]) {
      const { rowId, table, title, endName } = card
      asks.push({
        act: 'end',
        tbl: table,
        rowId,
        field: null,
        seen: title,
        asked: null,
        name: endName,
      })
    }
  }
  for (const added of [newPhoneAsk(model, typed, country), newContactAsk(model, typed, country)]) {
    if (!added) continue
    asks.push(added)
    const { problem, doubt } = readNewRow(added, country)
    const trouble = problem ?? (isSure(typed, added.name) ? null : doubt)
    if (trouble) troubles[added.name] = trouble
  }
  return { asks, troubles }
}

/** It looked odd, and the guardian sent the same once more. */
const isSure = (typed: Typed, name: string) => typed[`sure.${name}`] === typed[name]

function newPhoneAsk({ phoneOwner }: TabModel, typed: Typed, country: Country): Ask | null {
  const number = typed['phone.new.number']?.trim()
  if (!phoneOwner || !number) return null
  const read = readPhone(number, country)
  const row = {
    kind: typed['phone.new.kind'] || (read.kind ?? 'other'),
    number: read.number,
    mayCallDuringSchool: typed['phone.new.mayCallDuringSchool'] !== '0',
  }
  return newRow('phones', phoneOwner, row, 'phone.new.number')
}

function newContactAsk({ contactFor }: TabModel, typed: Typed, country: Country): Ask | null {
  const get = (field: (typeof newContact)[number]) => typed[`contact.new.${field}`]?.trim() || null
  const isTyped = newContact.some(
    (field) => field !== 'kind' && field !== 'mayCollect' && get(field),
  )
  if (!contactFor || !isTyped) return null
  const phone = get('phone')
  const read = phone === null ? null : readPhone(phone, country)
  const row = {
    kind: get('kind') ?? 'emergency',
    name: get('name') ?? '',
    organisation: get('organisation'),
    address: get('address'),
    email: get('email'),
    relation: get('relation'),
    mayCollect: get('mayCollect') === '1',
    phones: read
      ? [{ kind: read.kind ?? 'other', number: read.number, mayCallDuringSchool: true }]
      : [],
  }
  const name = get('name') === null ? 'contact.new.name' : 'contact.new.phone'
  return newRow('contactLinks', contactFor, row, name)
}

const newRow = (tbl: AskTable, rowId: string, row: object, name: string): Ask => ({
  ...{ act: 'add', tbl, rowId, field: null, seen: null },
  asked: JSON.stringify(row),
  name,
})
