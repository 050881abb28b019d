import type { ReactNode } from 'react'

/** What every field has: a visible label, and room for a hint and for what is wrong. */
export type FieldProps = {
  readonly label: string
  readonly hint?: ReactNode
  /** A sentence: what is wrong and what to do. The value stays as typed. */
  readonly error?: string | null
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
  /** Focused when its form or dialog opens. */
  readonly isFirst?: boolean
  /** The label is for the ear alone, where the place itself shows what the field is. */
  readonly isLabelHidden?: boolean
}

/** Our props in Mantine's words. */
export function toMantine(props: FieldProps) {
  const { label, hint, error, isRequired, isDisabled, isFirst, isLabelHidden } = props
  return {
    ...(isLabelHidden ? { 'aria-label': label } : { label }),
    ...(hint ? { description: hint } : {}),
    error: error || false,
    ...(isRequired ? { required: true, withAsterisk: false } : {}),
    ...(isDisabled ? { disabled: true } : {}),
    ...(isFirst ? { 'data-autofocus': true, autoFocus: true } : {}),
  }
}
