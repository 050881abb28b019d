import type { AbsenceMark } from '#shared/absences/absence-mark.ts'
import type { AbsenceReport } from '#shared/absences/absence-report.ts'
import { type GuardianRefusal, mayChange, mayComeBack } from '#shared/absences/guardian-rules.ts'
import { absencePagesMessages } from '#shared/absences/messages/absence-pages-messages.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { codeWord } from '#shared/absences/messages/code-words.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { Form, Notice } from '../../platform/form.tsx'
import type { Visit } from '../../platform/visit.ts'
import type { AbsenceHouse } from '../absence-rows.ts'
import type { FormTrouble, TypedReport } from './read-form.ts'
import { ReportForm } from './report-form.tsx'

export type ShownChild = {
  readonly linkId: string
  readonly pupilId: string
  readonly name: string
  readonly standing: readonly AbsenceReport[]
  readonly past: readonly AbsenceMark[]
}

export type Done = 'reported' | 'withdrawn' | 'back' | 'changed'

export type AbsencesPageProps = {
  readonly visit: Visit
  readonly house: AbsenceHouse
  readonly guardianId: string
  readonly pupils: readonly ShownChild[]
  readonly typed: TypedReport
  readonly trouble: GuardianRefusal | FormTrouble | null
  readonly done: Done | null
}

/** Reporting a child absent; what stands reported, and what finished registers say. */
export function AbsencesPage(props: AbsencesPageProps) {
  const { visit, house, pupils, trouble, done, typed } = props
  const say = speak(absencePagesMessages, visit.language)
  return (
    <>
      <h1>{say('title')}</h1>
      <p className="lead">{say('lead-cut-off', { time: house.settings.cutOff })}</p>
      {done && <Notice kind="good">{say(`done-${done}`)}</Notice>}
      {trouble && <Notice kind="bad">{say(trouble)}</Notice>}
      {pupils.map((child) => (
        <Standing key={child.linkId} child={child} {...props} />
      ))}
      <section className="card">
        <h2>{say(typed.instead ? 'form-change' : 'form')}</h2>
        <ReportForm visit={visit} house={house} pupils={pupils} typed={typed} />
      </section>
      {pupils.map((child) => (
        <Past key={child.linkId} child={child} house={house} language={visit.language} />
      ))}
    </>
  )
}

type StandingProps = Omit<AbsencesPageProps, 'typed'> & { readonly child: ShownChild }

function Standing({ child, visit, house, guardianId }: StandingProps) {
  const { language } = visit
  const say = speak(absencePagesMessages, language)
  const clock = { today: house.today, nowTime: house.nowTime, cutOff: house.settings.cutOff }
  const codes = [...house.codes.versionsByCode.values()].flat()
  return (
    <section className="card">
      <h2>{child.name}</h2>
      {child.standing.length === 0 && <p className="meta">{say('standing-none')}</p>}
      <ul className="rows">
        {child.standing.map((report) => (
          <li key={report.id}>
            <div>
              <strong>{whenOf(report, language)}</strong>
              <div>{codeWord(report.code, codes, language)}</div>
              <div className="meta">{say(sourceWord(report))}</div>
            </div>
            {mayChange(report, guardianId, clock) && (
              <div className="actions">
                <a className="button quiet small" href={`/absences?change=${report.id}`}>
                  {say('change')}
                </a>
                <Form visit={visit} action="/absences/withdraw" submit={say('withdraw')} isQuiet>
                  <input type="hidden" name="report" value={report.id} />
                </Form>
              </div>
            )}
            {mayComeBack(report, house) && <ComeBack visit={visit} report={report} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

const sourceWord = ({ source }: AbsenceReport) =>
  source === 'guardian' ? 'by-guardian' : source === 'leave' ? 'by-leave' : 'by-school'

function ComeBack({ visit, report }: { readonly visit: Visit; readonly report: AbsenceReport }) {
  const say = speak(absencePagesMessages, visit.language)
  const id = `back-${report.id}`
  return (
    <Form visit={visit} action="/absences/back" submit={say('back')} isQuiet>
      <input type="hidden" name="report" value={report.id} />
      <div className="field">
        <label htmlFor={id}>{say('back-lead')}</label>
        <select id={id} name="when" defaultValue="tomorrow">
          {(['today', 'afternoon', 'tomorrow'] as const).map((when) => (
            <option key={when} value={when}>
              {say(`back.${when}`)}
            </option>
          ))}
        </select>
      </div>
    </Form>
  )
}

type PastProps = {
  readonly child: ShownChild
  readonly house: AbsenceHouse
  readonly language: Language
}

function Past({ child, house, language }: PastProps) {
  const say = speak(absencePagesMessages, language)
  const sayWord = speak(absencesMessages, language)
  const codes = [...house.codes.versionsByCode.values()].flat()
  return (
    <section className="card">
      <h2>
        {child.name}: {say('past').toLowerCase()}
      </h2>
      <p className="meta">{say('past-hint')}</p>
      {child.past.length === 0 && <p>{say('past-none')}</p>}
      <ul className="rows">
        {child.past.map((mark) => (
          <li key={`${mark.day} ${mark.part}`}>
            <div>
              {dayWord(mark.day, language)}, {sayWord(`part.${mark.part}`).toLowerCase()}
            </div>
            <div className="meta">
              {mark.spells
                .map(({ kind, minutes, code }) =>
                  [
                    sayWord(`kind.${kind}`),
                    kind !== 'absent' && say('minutes', { count: minutes }),
                    code !== null && codeWord(code, codes, language),
                  ]
                    .filter(Boolean)
                    .join(' · '),
                )
                .join('; ')}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function whenOf(report: AbsenceReport, language: Language): string {
  const say = speak(absencePagesMessages, language)
  const { from, until, part, fromTime, untilTime, backOn } = report
  const last = until === null ? say('until-notice-short') : dayWord(until, language)
  const days =
    until === from
      ? dayWord(from, language)
      : say('from-to', { from: dayWord(from, language), until: last })
  const of =
    part === 'day'
      ? null
      : part === 'times'
        ? `${fromTime ?? ''}–${untilTime ?? ''}`
        : say(`part.${part}`).toLowerCase()
  const back = backOn && `${say('back-lead').toLowerCase()} ${dayWord(backOn, language)}`
  return [days, of, back].filter(Boolean).join(' · ')
}

const intlLanguages = { nl: 'nl-NL', 'nl-BE': 'nl-BE', sv: 'sv-SE', en: 'en-GB' } as const

/** `ma 23 november`. */
export const dayWord = (day: string, language: Language) =>
  new Intl.DateTimeFormat(intlLanguages[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
