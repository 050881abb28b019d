import type { OverviewRequest } from '#shared/overviews/overview.ts'
import { overviewChoiceMessages } from '#shared/overviews/overview-choice-messages.ts'
import { overviewsScreenMessages } from '#shared/overviews/overviews-screen-messages.ts'
import { mayReveal } from '#shared/staff/rights.ts'
import { useSay } from '../../platform/language.tsx'
import { CheckboxField, Segments } from '../../platform/ui/fields/choice-field.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { useViewer } from '../../platform/viewer.tsx'
import type { ChangeRequest } from '../use-request.ts'
import { choicesOf } from './choices-of.ts'
import { ColumnPicker } from './column-picker.tsx'
import { ForWhom } from './for-whom.tsx'
import { IncludeProtected } from './include-protected.tsx'
import { LabelPlace } from './label-place.tsx'
import classes from './options.module.css'
import { Templates } from './templates.tsx'

export type OptionsProps = {
  readonly request: OverviewRequest
  readonly onChange: ChangeRequest
}

const orders = ['lastName', 'firstName', 'birthDate'] as const
const orientations = ['portrait', 'landscape'] as const

/** Everything that can be chosen about the document. */
export function Options({ request, onChange }: OptionsProps) {
  const say = useSay(overviewsScreenMessages)
  const sayChoice = useSay(overviewChoiceMessages)
  const viewer = useViewer()
  const choices = choicesOf[request.kind]
  return (
    <section className={classes.options} aria-label={say('options')}>
      <ForWhom request={request} onChange={onChange} />
      {choices.includes('columns') && <ColumnPicker request={request} onChange={onChange} />}
      {choices.includes('order') && (
        <SelectField
          label={say('order')}
          value={request.order}
          onChange={(order) => onChange({ order })}
          options={orders.map((value) => ({ value, label: sayChoice(`order.${value}`) }))}
        />
      )}
      {choices.includes('orientation') && (
        <div className={classes.group}>
          <h2>{say('orientation')}</h2>
          <Segments
            label={say('orientation')}
            value={request.orientation}
            onChange={(orientation) => onChange({ orientation })}
            options={orientations.map((value) => ({
              value,
              label: sayChoice(`orientation.${value}`),
            }))}
          />
        </div>
      )}
      {choices.includes('labels') && <LabelPlace request={request} onChange={onChange} />}
      <div className={classes.group}>
        {choices.includes('confidential') && (
          <CheckboxField
            label={say('confidential')}
            value={request.showConfidential}
            onChange={(showConfidential) => onChange({ showConfidential })}
          />
        )}
        {mayReveal(viewer) && <IncludeProtected request={request} onChange={onChange} />}
      </div>
      <Templates request={request} onChange={onChange} />
    </section>
  )
}
