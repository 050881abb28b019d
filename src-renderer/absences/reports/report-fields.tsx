import type { AbsenceCode } from '#shared/absences/absence-codes.ts'
import { reportParts } from '#shared/absences/absence-report.ts'
import { codeWord } from '#shared/absences/messages/code-words.ts'
import { registerMessages } from '#shared/absences/messages/register-messages.ts'
import { reportMessages } from '#shared/absences/messages/report-messages.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { CheckboxField, Segments, SwitchField } from '../../platform/ui/fields/choice-field.tsx'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import classes from '../absences.module.css'
import own from './reports.module.css'
import type { ReportDraft } from './use-report-form.ts'

type ReportFieldsProps = {
  readonly codes: readonly AbsenceCode[]
  readonly draft: ReportDraft
  readonly onChange: (changes: Partial<ReportDraft>) => void
}

/** When and why; of one pupil or of many. */
export function ReportFieldsForm({ codes, draft, onChange }: ReportFieldsProps) {
  const say = useSay(reportMessages)
  const sayRegister = useSay(registerMessages)
  const { language } = useLocale()
  return (
    <>
      <SelectField
        label={say('reason')}
        value={draft.code}
        onChange={(code) => onChange({ code })}
        options={codes
          .filter(({ spells }) => spells.includes('absent'))
          .map(({ code }) => ({ value: code, label: codeWord(code, codes, language) }))}
      />
      <div className={classes.pair}>
        <DateField label={say('from')} value={draft.from} onChange={(from) => onChange({ from })} />
        <DateField
          label={say('until')}
          value={draft.until}
          onChange={(until) => onChange({ until })}
        />
      </div>
      <p className="muted">{say('until-empty')}</p>
      <Segments
        label={say('part')}
        isLabelShown
        value={draft.part}
        onChange={(part) => onChange({ part })}
        options={reportParts.map((part) => ({ value: part, label: say(`part.${part}`) }))}
      />
      {draft.part === 'times' && (
        <div className={classes.pair}>
          <TextField
            label={say('from-time')}
            hint={say('time-hint')}
            placeholder={sayRegister('clock-hint')}
            value={draft.fromTime}
            onChange={(fromTime) => onChange({ fromTime })}
          />
          <TextField
            label={say('until-time')}
            hint={say('time-hint')}
            placeholder={sayRegister('clock-hint')}
            value={draft.untilTime}
            onChange={(untilTime) => onChange({ untilTime })}
          />
        </div>
      )}
      <SwitchField
        label={say('repeat.weekly')}
        value={draft.isRepeated}
        onChange={(isRepeated) => onChange({ isRepeated })}
      />
      {draft.isRepeated && <Weekdays draft={draft} onChange={onChange} />}
      <TextField
        label={say('note')}
        hint={say('note-hint')}
        value={draft.note}
        onChange={(note) => onChange({ note })}
        maxLength={500}
        isSpellChecked
      />
    </>
  )
}

const schoolWeek = [1, 2, 3, 4, 5] as const

function Weekdays({ draft, onChange }: Omit<ReportFieldsProps, 'codes'>) {
  const say = useSay(reportMessages)
  return (
    <>
      <fieldset className={own.weekdays}>
        <legend>{say('weekdays')}</legend>
        {schoolWeek.map((weekday) => (
          <CheckboxField
            key={weekday}
            label={say(`weekday.${weekday}`)}
            value={draft.weekdays.includes(weekday)}
            onChange={(isOn) =>
              onChange({
                weekdays: isOn
                  ? [...draft.weekdays, weekday].toSorted()
                  : draft.weekdays.filter((each) => each !== weekday),
              })
            }
          />
        ))}
      </fieldset>
      <Segments
        label={say('repeat')}
        value={draft.everyWeeks === 1 ? 'one' : 'two'}
        onChange={(every) => onChange({ everyWeeks: every === 'one' ? 1 : 2 })}
        options={[
          { value: 'one', label: say('every-week') },
          { value: 'two', label: say('every-second-week') },
        ]}
      />
    </>
  )
}
