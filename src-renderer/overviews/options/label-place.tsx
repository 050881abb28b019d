import { LabelSheet, labelSheets } from '#shared/overviews/overview.ts'
import { overviewChoiceMessages } from '#shared/overviews/overview-choice-messages.ts'
import { overviewsScreenMessages } from '#shared/overviews/overviews-screen-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import classes from './options.module.css'
import type { OptionsProps } from './options.tsx'

/** Which sheet, and on it the first label that is still there: the sheet itself is drawn. */
export function LabelPlace({ request, onChange }: OptionsProps) {
  const say = useSay(overviewsScreenMessages)
  const sayChoice = useSay(overviewChoiceMessages)
  const { columns, rows } = labelSheets[request.labelSheet]
  const places = Array.from({ length: columns * rows }, (_, index) => index + 1)
  return (
    <>
      <SelectField
        label={say('label-sheet')}
        value={request.labelSheet}
        // A place on the one sheet need not exist on the other.
        onChange={(labelSheet) => onChange({ labelSheet, labelStart: 1 })}
        options={LabelSheet.options.map((value) => ({
          value,
          label: sayChoice(`label-sheet.${value}`),
        }))}
      />
      <fieldset className={classes.group}>
        <legend>{say('label-start')}</legend>
        <div
          className={classes.sheet}
          style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
        >
          {places.map((place) => (
            <label key={place} className={classes.sticker} data-used={place < request.labelStart}>
              <input
                type="radio"
                name="label-start"
                className="visually-hidden"
                aria-label={say('label-place', { place })}
                checked={place === request.labelStart}
                onChange={() => onChange({ labelStart: place })}
              />
              <span aria-hidden>{place}</span>
            </label>
          ))}
        </div>
        <p className={classes.hint}>{say('label-start-hint')}</p>
      </fieldset>
    </>
  )
}
