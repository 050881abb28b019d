import { type ExportFormat, exportFormats } from '#shared/exports/exports-contract.ts'
import { exportsMessages } from '#shared/exports/exports-messages.ts'
import { useSay } from '../platform/language.tsx'
import classes from './exports.module.css'

type FormatChoiceProps = {
  readonly format: ExportFormat
  readonly onChange: (format: ExportFormat) => void
}

/** All formats with what each is for: whoever has to choose seldom knows them by name. */
export function FormatChoice({ format, onChange }: FormatChoiceProps) {
  const say = useSay(exportsMessages)
  return (
    <fieldset className={classes.group}>
      <legend>{say('which-format')}</legend>
      <div className={classes.formats}>
        {exportFormats.map((each) => (
          <label key={each} className={classes.format}>
            <input
              type="radio"
              name="export-format"
              className="visually-hidden"
              checked={each === format}
              onChange={() => onChange(each)}
            />
            <strong>{say(`format.${each}`)}</strong>
            <small>{say(`about.${each}`)}</small>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
