import { leaveRules } from '#shared/leave/leave-kind.ts'
import { leaveParts } from '#shared/leave/leave-request.ts'
import { leaveWords } from '#shared/leave/words/leave-words.ts'
import { leavePagesWords } from '#shared/leave/words/pages-words.ts'
import { speak } from '#shared/platform/messages.ts'
import { Field, Form, Tick } from '../platform/form.tsx'
import type { LeavePageProps } from './leave-page.tsx'

type LeaveFormProps = Pick<LeavePageProps, 'visit' | 'house' | 'children' | 'typed'>

/** One request for one or more children. Works without any script. */
export function LeaveForm({ visit, house, children, typed }: LeaveFormProps) {
  const say = speak(leavePagesWords, visit.language)
  const words = speak(leaveWords, visit.language)
  const rules = leaveRules[house.country]
  return (
    <Form visit={visit} action="/leave" submit={say('send')}>
      <fieldset className="who-for">
        <legend>{say('who')}</legend>
        {children.map(({ linkId, name }) => (
          <Tick
            key={linkId}
            name="child"
            value={linkId}
            isOn={typed.links.includes(linkId) || children.length === 1}
          >
            {name}
          </Tick>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="kind">{say('kind')}</label>
        <select id="kind" name="kind" defaultValue={typed.kind || rules[0]?.kind}>
          {rules.map(({ kind }) => (
            <option key={kind} value={kind}>
              {words(`kind.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      <Field name="from" type="date" label={say('from')} value={typed.from} />
      <Field
        type="date"
        isOptional
        name="until"
        label={say('until')}
        hint={say('until-hint')}
        value={typed.until}
      />
      <div className="field">
        <label htmlFor="part">{say('part')}</label>
        <select id="part" name="part" defaultValue={typed.part || 'day'}>
          {leaveParts.map((part) => (
            <option key={part} value={part}>
              {words(`part.${part}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="reason">{say('reason')}</label>
        <span className="hint" id="reason-hint">
          {say('reason-hint')}
        </span>
        <textarea
          id="reason"
          name="reason"
          rows={3}
          maxLength={1000}
          required
          defaultValue={typed.reason}
          aria-describedby="reason-hint"
        />
      </div>
      <Tick name="document" value="1" isOn={typed.hasDocument}>
        {say('document')}
      </Tick>
      <Field
        type="date"
        isOptional
        name="known-since"
        label={say('known-since')}
        hint={say('known-since-hint')}
        value={typed.knownSince}
      />
    </Form>
  )
}
