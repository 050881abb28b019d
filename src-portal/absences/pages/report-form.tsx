import { codesOn } from '#shared/absences/absence-codes.ts'
import { reportParts } from '#shared/absences/absence-report.ts'
import { absencePagesMessages } from '#shared/absences/messages/absence-pages-messages.ts'
import { codeWord } from '#shared/absences/messages/code-words.ts'
import { speak } from '#shared/platform/messages.ts'
import { Field, Form, Tick } from '../../platform/form.tsx'
import type { AbsencesPageProps } from './absences-page.tsx'

type ReportFormProps = Pick<AbsencesPageProps, 'visit' | 'house' | 'pupils' | 'typed'>

/** For one or more children: why, when, and what part of the day. Works without any script. */
export function ReportForm({ visit, house, pupils, typed }: ReportFormProps) {
  const say = speak(absencePagesMessages, visit.language)
  const codes = codesOn(house.codes, house.today).filter(({ isForGuardians }) => isForGuardians)
  return (
    <Form visit={visit} action="/absences" submit={say(typed.instead ? 'save-change' : 'send')}>
      {typed.instead && <input type="hidden" name="instead" value={typed.instead} />}
      <fieldset className="who-for">
        <legend>{say('who')}</legend>
        {pupils.map(({ linkId, name }) => (
          <Tick
            key={linkId}
            name="child"
            value={linkId}
            isOn={typed.links.includes(linkId) || pupils.length === 1}
          >
            {name}
          </Tick>
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
      <Field
        name="until"
        type="date"
        isOptional
        label={say('until')}
        hint={say('until-hint')}
        value={typed.until}
      />
      <Tick name="notice" value="1" isOn={typed.untilNotice}>
        {say('until-notice')}
      </Tick>
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
        <Field
          type="time"
          isOptional
          name="from-time"
          value={typed.fromTime}
          label={say('from-time')}
          hint={say('from-time-hint')}
        />
        <Field
          type="time"
          isOptional
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
