import type { ReactNode } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../language.tsx'
import { SwitchField } from '../fields/choice-field.tsx'
import {
  ClearableSelectField,
  MultiSelectField,
  type Option,
  SelectField,
} from '../fields/select-field.tsx'
import classes from './inline.module.css'
import { type InlineLook, InlineShell } from './inline-shell.tsx'
import { type InlineProps, useInline } from './use-inline.ts'

type InlineSelectProps<Value extends string> = InlineProps<Value> &
  InlineLook & { readonly options: readonly Option<Value>[] }

/** One of a list; saved as soon as it is chosen. */
export function InlineSelectField<Value extends string>(props: InlineSelectProps<Value>) {
  const { label, value, options, shown = labelOf(options, value) } = props
  const inline = useInline(props)
  return (
    <ChoiceShell {...props} shown={shown} inline={inline}>
      <SelectField
        label={label}
        isLabelHidden
        isFirst
        value={inline.draft}
        options={options}
        error={inline.problem}
        onChange={(chosen) => void inline.save(chosen, 'key')}
      />
    </ChoiceShell>
  )
}

type InlineClearableProps<Value extends string> = InlineProps<Value | null> &
  InlineLook & { readonly options: readonly Option<Value>[] }

/** One of a list, or nothing. */
export function InlineClearableSelectField<Value extends string>(
  props: InlineClearableProps<Value>,
) {
  const { label, value, options, shown = value ? labelOf(options, value) : null } = props
  const inline = useInline(props)
  return (
    <ChoiceShell {...props} shown={shown} inline={inline}>
      <ClearableSelectField
        label={label}
        isLabelHidden
        isFirst
        value={inline.draft}
        options={options}
        error={inline.problem}
        onChange={(chosen) => void inline.save(chosen, 'key')}
      />
    </ChoiceShell>
  )
}

type InlineMultiProps<Value extends string> = InlineProps<readonly Value[]> &
  InlineLook & { readonly options: readonly Option<Value>[] }

/** Several of a list; saved when the field is left. */
export function InlineMultiSelectField<Value extends string>(props: InlineMultiProps<Value>) {
  const { label, value, options } = props
  const shown = props.shown ?? value.map((each) => labelOf(options, each)).join(', ')
  const inline = useInline(props)
  return (
    <ChoiceShell {...props} shown={shown} inline={inline} savesOnLeave>
      <MultiSelectField
        label={label}
        isLabelHidden
        isFirst
        value={inline.draft}
        options={options}
        error={inline.problem}
        onChange={inline.setDraft}
      />
    </ChoiceShell>
  )
}

type ChoiceShellProps<Value> = InlineProps<Value> &
  InlineLook & {
    readonly inline: ReturnType<typeof useInline<Value>>
    readonly savesOnLeave?: boolean
    readonly children: ReactNode
  }

function ChoiceShell<Value>(props: ChoiceShellProps<Value>) {
  const { inline, savesOnLeave, children } = props
  const isEditing = inline.state === 'editing' || inline.state === 'saving'
  return (
    <InlineShell
      {...props}
      ref={inline.shell}
      isEditing={isEditing}
      isSaved={inline.state === 'saved'}
      onEdit={inline.edit}
      editor={
        // biome-ignore lint/a11y/noStaticElementInteractions: it watches the field inside it.
        <div
          onBlur={({ currentTarget, relatedTarget }) => {
            if (inline.state !== 'editing' || currentTarget.contains(relatedTarget)) return
            // Its list of options lies elsewhere in the document, but belongs to the field.
            if (relatedTarget?.closest('[role="listbox"], .mantine-Popover-dropdown')) return
            if (savesOnLeave) void inline.save(inline.draft, 'blur')
            else if (!inline.problem) void inline.save(props.value, 'blur')
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            event.stopPropagation()
            inline.revert()
          }}
        >
          {children}
        </div>
      }
    />
  )
}

type InlineSwitchProps = InlineProps<boolean> & Omit<InlineLook, 'shown'>

/**
 * Yes or no: works at once, so there is nothing to open first. In words for whom it is not: a
 * switch that is off duty looks the same either way.
 */
export function InlineSwitchField(props: InlineSwitchProps) {
  const say = useSay(uiMessages)
  const inline = useInline(props)
  return (
    <InlineShell
      {...props}
      ref={inline.shell}
      shown={say(props.value ? 'yes' : 'no')}
      isEditing={!props.hidden && !props.isReadOnly}
      isSaved={inline.state === 'saved'}
      onEdit={inline.edit}
      warning={inline.problem ?? props.warning ?? null}
      editor={
        <div className={classes.toggle}>
          <SwitchField
            label={props.label}
            isLabelHidden
            value={inline.state === 'saving' ? inline.draft : props.value}
            onChange={(value) => void inline.save(value, 'blur')}
          />
        </div>
      }
    />
  )
}

function labelOf<Value extends string>(options: readonly Option<Value>[], value: Value) {
  return options.find((option) => option.value === value)?.label ?? value
}
