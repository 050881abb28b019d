import { codesOn } from '#shared/absences/absence-codes.ts'
import { reportParts } from '#shared/absences/absence-report.ts'
import { absencePagesMessages } from '#shared/absences/messages/absence-pages-messages.ts'
import { codeWord } from '#shared/absences/messages/code-words.ts'
import { speak } from '#shared/platform/messages.ts'
import { Field, Form } from '../../platform/form.tsx'
import type { AbsencesPageProps } from './absences-page.tsx'

type ReportFormProps = Pick<AbsencesPageProps, 'visit' | 'house' | 'pupils' | 'typed'>

/** For one or more children: why, when, and what part of the day. Works without any script. */
export function ReportForm({ visit, house, pupils, typed }: ReportFormProps) {
  const say = speak(absencePagesMessages, visit.language)
  const codes = codesOn(house.codes, house.today).filter(({ isForGuardians }) => isForGuardians)
  return (
    <Form visit={visit} action="/absences" submit={say(typed.instead ? 'save-change' : 'send')}>
      {typed.instead && <input type="hidden" name="instead" value={typed.instead} />}
      <fieldset className="field">
        <legend>{say('who')}</legend>
        {pupils.map(({ linkId, name }) => (
          <label key={linkId} className="choice">
            <input
              type="checkbox"
              name="child"
              value={linkId}
              defaultChecked={typed.links.includes(linkId) || pupils.length === 1}
            />{' '}
            {name}
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="code">{say('reason')}</label>
        <select id="code" name="code" defaultValue={typed.code || codes[0]?.code}>
          {codes.map(({ code }) => (
            <option key={code} value={code}>
              {codeWord(code, codes, visit.language)}
            </option>
          ))}
        </select>
      </div>
      <Field name="from" type="date" label={say('from')} value={typed.from || house.today} />
      <div className="field">
        <label htmlFor="until">{say('until')}</label>
        <span className="hint" id="until-hint">
          {say('until-hint')}
        </span>
        <input
          id="until"
          name="until"
          type="date"
          defaultValue={typed.until}
          aria-describedby="until-hint"
        />
      </div>
      <label className="choice">
        <input type="checkbox" name="notice" value="1" defaultChecked={typed.untilNotice} />{' '}
        {say('until-notice')}
      </label>
      <div className="field">
        <label htmlFor="part">{say('part')}</label>
        <select id="part" name="part" defaultValue={typed.part || 'day'}>
          {reportParts.map((part) => (
            <option key={part} value={part}>
              {say(`part.${part}`)}
            </option>
          ))}
        </select>
      </div>
      <details {...(typed.part === 'times' && { open: true })}>
        <summary>{say('part.times')}</summary>
        <TimeField
          name="from-time"
          value={typed.fromTime}
          label={say('from-time')}
          hint={say('from-time-hint')}
        />
        <TimeField
          name="until-time"
          value={typed.untilTime}
          label={say('until-time')}
          hint={say('until-time-hint')}
        />
      </details>
      <div className="field">
        <label htmlFor="note">{say('note')}</label>
        <span className="hint" id="note-hint">
          {say('note-hint')}
        </span>
        <textarea
          id="note"
          name="note"
          rows={2}
          maxLength={500}
          defaultValue={typed.note}
          aria-describedby="note-hint"
        />
      </div>
    </Form>
  )
}

type TimeProps = {
  readonly name: string
  readonly value: string
  readonly label: string
  readonly hint: string
}

function TimeField({ name, value, label, hint }: TimeProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <span className="hint" id={`${name}-hint`}>
        {hint}
      </span>
      <input
        id={name}
        name={name}
        type="time"
        defaultValue={value}
        aria-describedby={`${name}-hint`}
      />
    </div>
  )
}
