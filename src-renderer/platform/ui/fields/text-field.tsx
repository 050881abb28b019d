import { PasswordInput, Textarea, TextInput } from '@mantine/core'
import type { HTMLInputTypeAttribute, KeyboardEvent, Ref } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../language.tsx'
import type { Icon } from '../icons.ts'
import { type FieldProps, toMantine } from './field-props.ts'

type TextProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
  readonly placeholder?: string
  readonly maxLength?: number
}

type TextFieldProps = TextProps & {
  readonly type?: HTMLInputTypeAttribute
  readonly icon?: Icon
  readonly autoComplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  readonly isSpellChecked?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, icon: Picture, isSpellChecked = false, autoComplete = 'off' } = props
  return (
    <TextInput
      {...toMantine(props)}
      {...pass(props, [
        'onBlur',
        'onKeyDown',
        'placeholder',
        'maxLength',
        'type',
        'inputMode',
        'ref',
      ])}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      leftSection={Picture && <Picture size={16} stroke={1.75} aria-hidden />}
      autoComplete={autoComplete}
      // Names of children and streets are not in any dictionary.
      spellCheck={isSpellChecked}
    />
  )
}

export function TextAreaField(props: TextProps & { readonly rows?: number }) {
  const { value, onChange, rows = 3 } = props
  return (
    <Textarea
      {...toMantine(props)}
      {...pass(props, ['onBlur', 'onKeyDown', 'placeholder', 'maxLength'])}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      rows={rows}
      resize="vertical"
    />
  )
}

/** Paste and password managers are welcome (WCAG 3.3.8). */
export function PasswordField(props: TextProps & { readonly isNew?: boolean }) {
  const say = useSay(uiMessages)
  const { value, onChange, isNew } = props
  return (
    <PasswordInput
      {...toMantine(props)}
      {...pass(props, ['onBlur', 'onKeyDown', 'maxLength'])}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      visibilityToggleButtonProps={{ 'aria-label': say('show-password'), tabIndex: 0 }}
    />
  )
}

/** Only what was given: with exact optional properties an absent prop is not an undefined one. */
function pass<Props extends object, Name extends keyof Props>(
  props: Props,
  names: readonly Name[],
) {
  const given = names.filter((name) => props[name] !== undefined)
  return Object.fromEntries(given.map((name) => [name, props[name]])) as {
    [N in Name]: Exclude<Props[N], undefined>
  }
}
