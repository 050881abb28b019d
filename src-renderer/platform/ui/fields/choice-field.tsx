import { Checkbox, SegmentedControl, Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './choice-field.module.css'

type ToggleProps = {
  readonly label: string
  readonly hint?: ReactNode
  readonly value: boolean
  readonly onChange: (value: boolean) => void
  readonly isDisabled?: boolean
  readonly isLabelHidden?: boolean
}

/** Works at once; a checkbox is for a choice that a button confirms. */
export function SwitchField(props: ToggleProps) {
  return (
    <Switch
      {...toggle(props)}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
      withThumbIndicator={false}
    />
  )
}

export function CheckboxField(props: ToggleProps & { readonly isPartly?: boolean }) {
  return (
    <Checkbox
      {...toggle(props)}
      indeterminate={props.isPartly ?? false}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  )
}

function toggle({ label, hint, value, isDisabled, isLabelHidden }: ToggleProps) {
  return {
    ...(isLabelHidden ? { 'aria-label': label } : { label }),
    ...(hint ? { description: hint } : {}),
    checked: value,
    disabled: isDisabled ?? false,
    classNames: { root: classes.toggle ?? '', label: classes.label ?? '' },
  }
}

type SegmentsProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[]
  readonly isDisabled?: boolean
  /** In a form the label stands above; in a bar the options speak for themselves. */
  readonly isLabelShown?: boolean
}

/** A choice of two to five that are all worth seeing: `Alle | Afwezig | Wijzigingen`. */
export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  if (!props.isLabelShown) return <Control {...props} />
  return (
    <div>
      <div className={classes.over} aria-hidden>
        {props.label}
      </div>
      <Control {...props} />
    </div>
  )
}

function Control<Value extends string>(props: SegmentsProps<Value>) {
  const { label, value, onChange, options, isDisabled, isLabelShown } = props
  return (
    <SegmentedControl<Value>
      aria-label={label}
      value={value}
      onChange={onChange}
      data={options.map((option) => ({ ...option }))}
      disabled={isDisabled ?? false}
      fullWidth={isLabelShown ?? false}
      transitionDuration={0}
      radius={8}
    />
  )
}
