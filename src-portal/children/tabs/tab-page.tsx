import { randomUUID } from 'node:crypto'
import type { AskTab } from '#shared/change-requests/change-request.ts'
import { askingMessages } from '#shared/children/asking-messages.ts'
import { childrenMessages } from '#shared/children/children-messages.ts'
import type { Country } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { Notice } from '../../platform/form.tsx'
import type { Visit } from '../../platform/visit.ts'
import { AddContact, AddPhone } from './add-cards.tsx'
import { CardFields, groupCards } from './card-fields.tsx'
import { Labelled } from './entry-field.tsx'
import { showNewRow } from './field-words.ts'
import type { Troubles, Typed } from './read-form.ts'
import type { Ground, TabModel } from './tab-model.ts'
import { TabStrip } from './tab-strip.tsx'
import { unseenContacts } from './visible-contacts.ts'

type Props = {
  readonly visit: Visit
  readonly country: Country
  readonly ground: Ground
  readonly model: TabModel
  readonly typed: Typed
  readonly troubles: Troubles
  /** Tabs of which something is kept and not sent. */
  readonly unsent: readonly AskTab[]
  readonly done: string
}

/** One tab as one form: whatever button leaves it, nothing that was typed is lost. */
export function TabPage(props: Props) {
  const { visit, ground, model, typed, troubles, country } = props
  const say = speak(askingMessages, visit.language)
  const filled = { reader: { language: visit.language, country }, typed, troubles }
  const isOpen =
    model.phoneOwner !== null ||
    model.contactFor !== null ||
    model.cards.some(({ entries, endName }) => endName || entries.some((each) => each.isOpen))
  return (
    <form method="post" action={visit.path} noValidate className="tab">
      <input type="hidden" name="form" value={visit.formToken} />
      <input type="hidden" name="once" value={randomUUID()} />
      {/* Enter in a field presses the first button of a form, and that must not send anything. */}
      <button
        className="unseen"
        type="submit"
        name="do"
        value="keep"
        tabIndex={-1}
        aria-hidden="true"
      />
      {ground.child && (
        <TabStrip
          visit={visit}
          ground={ground}
          child={ground.child}
          here={ground.tab}
          unsent={props.unsent}
        />
      )}
      <Said {...props} />
      <Lead {...props} />
      {!isOpen && <Notice kind="plain">{say('read-only')}</Notice>}
      {groupCards(model).map((cards) => (
        <CardFields key={cards[0]?.rowId} cards={cards} {...filled} model={model} />
      ))}
      {model.cards.length === 0 && model.contactFor === null && ground.tab !== 'address' && (
        <p className="card">{say('empty')}</p>
      )}
      <Around {...props} />
      {model.phoneOwner && <AddPhone {...filled} />}
      {model.contactFor && <AddContact {...filled} also={model.also} />}
      {isOpen && <Sending {...props} />}
    </form>
  )
}

function Said({ visit, done, unsent, ground }: Props) {
  const say = speak(askingMessages, visit.language)
  const words = speak(childrenMessages, visit.language)
  const tabs = unsent.map((tab) => words(`tab.${tab}`)).join(', ')
  const isBad = done === 'refused'
  return (
    <>
      {isDone(done) && <Notice kind={isBad ? 'bad' : 'good'}>{say(`done.${done}`)}</Notice>}
      {unsent.length > 0 && ground.child && <Notice kind="bad">{say('unsent', { tabs })}</Notice>}
    </>
  )
}

const doneWords = ['kept', 'sent', 'nothing', 'refused'] as const
const isDone = (text: string): text is (typeof doneWords)[number] =>
  doneWords.some((each) => each === text)

function Lead({ visit, ground, model }: Props) {
  const say = speak(askingMessages, visit.language)
  const { tab } = ground
  const open = model.cards.flatMap(({ entries }) => entries.filter(({ isOpen }) => isOpen))
  const isRisky = open.some(({ field }) => field.isRisky)
  return (
    <>
      {tab === 'medical' && <p className="lead">{say('medical-lead')}</p>}
      {tab === 'own' && (
        <p className="lead">
          {say('own-lead')}{' '}
          <a href="/my-sign-in">{speak(childrenMessages, visit.language)('access')}</a>
        </p>
      )}
      {tab === 'address' && (
        <p className="lead">
          {say(
            model.cards.some(({ table }) => table === 'households')
              ? 'address-other'
              : 'address-none',
          )}
        </p>
      )}
      {model.cards.some(({ entries }) =>
        entries.some((each) => each.isOpen && each.field.isRequired),
      ) && (
        <p className="meta">
          {say('required')} {isRisky && say('document-hint')}
        </p>
      )}
    </>
  )
}

/** Who lives here, what is not shown, and what waits to be added. */
function Around({ visit, country, ground, model }: Props) {
  const say = speak(askingMessages, visit.language)
  const { child, family, tab, asking } = ground
  const housemates = child && tab === 'address' ? (family.housemates.get(child.pupilId) ?? []) : []
  const unseen = child && tab === 'contacts' ? unseenContacts(family, child, asking) : 0
  const reader = { language: visit.language, country }
  return (
    <>
      {housemates.length > 0 && (
        <section className="card">
          <h2>{say('housemates')}</h2>
          <p>{housemates.join(', ')}</p>
        </section>
      )}
      {unseen > 0 && <p className="meta">{say('unseen', { count: unseen })}</p>}
      {model.added
        .filter((part) => belongs(part.tbl, tab))
        .map((part) => (
          <p className="card waits" key={part.id}>
            {say('pending-add', { value: showNewRow(part, reader) })}
          </p>
        ))}
    </>
  )
}

const belongs = (tbl: string, tab: AskTab) => (tbl === 'contactLinks') === (tab === 'contacts')

function Sending({ visit, ground, model, typed, unsent }: Props) {
  const say = speak(askingMessages, visit.language)
  const others = unsent.filter((tab) => tab !== ground.tab)
  return (
    <>
      {ground.tab === 'address' && model.also.length > 0 && (
        <Also words={say('also-address')} model={model} typed={typed} isTicked />
      )}
      <Labelled name="remark" label={say('remark')} hint={say('remark-hint')}>
        {(described) => (
          <textarea
            id="remark"
            name="remark"
            rows={2}
            maxLength={1000}
            defaultValue={typed.remark}
            {...described}
          />
        )}
      </Labelled>
      <div className="actions">
        <button className="button" type="submit" name="do" value="send">
          {say('send')}
        </button>
        {others.length > 0 && (
          <button className="button quiet" type="submit" name="do" value="send-all">
            {say('send-all', { count: others.length + 1 })}
          </button>
        )}
        {ground.child && (
          <button className="button quiet" type="submit" name="do" value="keep">
            {say('keep')}
          </button>
        )}
      </div>
    </>
  )
}

type AlsoProps = Pick<Props, 'typed'> & {
  readonly model: Pick<TabModel, 'also'>
  readonly words: string
  /** At first, before anybody chose. */
  readonly isTicked: boolean
}

export function Also({ words, model, typed, isTicked }: AlsoProps) {
  const isChosen = 'also.shown' in typed
  return (
    <fieldset className="also">
      <legend>{words}</legend>
      <input type="hidden" name="also.shown" value="1" />
      {model.also.map(({ linkId, name }) => (
        <label className="tick" key={linkId}>
          <input
            type="checkbox"
            name={`also.${linkId}`}
            value="1"
            defaultChecked={isChosen ? typed[`also.${linkId}`] === '1' : isTicked}
          />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
