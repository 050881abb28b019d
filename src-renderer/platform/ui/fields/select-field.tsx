import { MultiSelect, Select } from '@mantine/core'
import { useMemo, useRef } from 'react'
import { foldText } from '#shared/platform/fold-text.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../language.tsx'
import { type FieldProps, toMantine } from './field-props.ts'

export type Option<Value extends string> = {
  readonly value: Value
  readonly label: string
  /** Options with the same group stand under one heading. */
  readonly group?: string
  readonly isDisabled?: boolean
}

type SelectProps<Value extends string> = FieldProps & {
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly options: readonly Option<Value>[]
  readonly placeholder?: string
  /** Typing narrows the list; on by itself from nine options. */
  readonly isSearchable?: boolean
}

export function SelectField<Value extends string>(props: SelectProps<Value>) {
  const say = useSay(uiMessages)
  const { value, onChange, options, placeholder, isSearchable = options.length > 8 } = props
  const listed = useMemo(() => grouped(options), [options])
  const typesOver = useTypesOver(isSearchable)
  return (
    <Select
      {...toMantine(props)}
      {...(placeholder ? { placeholder } : {})}
      data={listed}
      value={value}
      onChange={(chosen) => {
        const option = options.find((each) => each.value === chosen)
        if (option) onChange(option.value)
      }}
      searchable={isSearchable}
      {...typesOver}
      allowDeselect={false}
      nothingFoundMessage={say('select-none-found')}
      filter={filterFolded}
      comboboxProps={quick}
      maxDropdownHeight={280}
    />
  )
}

type ClearableProps<Value extends string> = Omit<SelectProps<Value>, 'onChange'> & {
  readonly onChange: (value: Value | null) => void
}

/** As above, with a cross that empties it: for filters and optional fields. */
export function ClearableSelectField<Value extends string>(props: ClearableProps<Value>) {
  const say = useSay(uiMessages)
  const { value, onChange, options, placeholder, isSearchable = options.length > 8 } = props
  const listed = useMemo(() => grouped(options), [options])
  return (
    <Select
      {...toMantine(props)}
      {...(placeholder ? { placeholder } : {})}
      data={listed}
      value={value}
      onChange={(chosen) => onChange(options.find((each) => each.value === chosen)?.value ?? null)}
      searchable={isSearchable}
      clearable
      clearButtonProps={{ 'aria-label': `${say('clear')}: ${props.label}`, tabIndex: 0 }}
      nothingFoundMessage={say('select-none-found')}
      filter={filterFolded}
      comboboxProps={quick}
      maxDropdownHeight={280}
    />
  )
}

type MultiSelectProps<Value extends string> = FieldProps & {
  readonly value: readonly Value[]
  readonly onChange: (value: readonly Value[]) => void
  readonly options: readonly Option<Value>[]
  readonly placeholder?: string
}

export function MultiSelectField<Value extends string>(props: MultiSelectProps<Value>) {
  const say = useSay(uiMessages)
  const { value, onChange, options, placeholder } = props
  const listed = useMemo(() => grouped(options), [options])
  return (
    <MultiSelect
      {...toMantine(props)}
      {...(placeholder && value.length === 0 ? { placeholder } : {})}
      data={listed}
      value={[...value]}
      onChange={(chosen) =>
        onChange(options.filter((each) => chosen.includes(each.value)).map((each) => each.value))
      }
      searchable
      nothingFoundMessage={say('select-none-found')}
      filter={filterFolded}
      comboboxProps={quick}
      maxDropdownHeight={280}
    />
  )
}

/** What is typed looks for another choice: it must not go on behind the words of this one. */
function useTypesOver(isSearchable: boolean) {
  const ref = useRef<HTMLInputElement>(null)
  if (!isSearchable) return {}
  const select = () => ref.current?.select()
  // After a choice its words come first; then they are marked like those of a field just entered.
  const selectLater = () =>
    requestAnimationFrame(() => document.activeElement === ref.current && select())
  return { ref, onFocus: select, onClick: select, onDropdownClose: selectLater }
}

/** No fading in: a list that opens later than the key feels slow. */
const quick = { transitionProps: { duration: 0 }, shadow: 'none' }

function grouped<Value extends string>(options: readonly Option<Value>[]) {
  const asItem = ({ value, label, isDisabled }: Option<Value>) => ({
    value: value as string,
    label,
    ...(isDisabled ? { disabled: true } : {}),
  })
  const loose = options.filter(({ group }) => group === undefined).map(asItem)
  const groups = Map.groupBy(
    options.filter(({ group }) => group !== undefined),
    ({ group }) => group ?? '',
  )
  return [...loose, ...[...groups].map(([group, items]) => ({ group, items: items.map(asItem) }))]
}

type Listed = { readonly label?: string; readonly items?: readonly unknown[] }

/** Accents and case do not matter, and words may stand apart: `oberg` finds Öberg, `2 mail` finds `Ouder 2: e-mail`. */
function filterFolded<Item extends object>({
  options,
  search,
}: {
  readonly options: Item[]
  readonly search: string
}): Item[] {
  const wanted = foldText(search).split(' ').filter(Boolean)
  if (wanted.length === 0) return options
  const fits = (item: unknown) => {
    const label = foldText((item as Listed).label ?? '')
    return wanted.every((word) => label.includes(word))
  }
  return options.flatMap((option) => {
    // Mantine hands over options and groups of options in one list.
    const { items } = option as Listed
    if (!items) return fits(option) ? [option] : []
    const left = items.filter(fits)
    return left.length > 0 ? [{ ...option, items: left }] : []
  })
}
