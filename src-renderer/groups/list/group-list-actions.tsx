import { useState } from 'react'
import { runningYear } from '#shared/groups/group.ts'
import { groupsContract } from '#shared/groups/groups-contract.ts'
import { groupsMessages } from '#shared/groups/groups-messages.ts'
import { groupsScreenMessages } from '#shared/groups/groups-screen-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { Button } from '../../platform/ui/button.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import {
  IconCalendar,
  IconDots,
  IconPencil,
  IconPlus,
  IconPrinter,
} from '../../platform/ui/icons.ts'
import { Menu } from '../../platform/ui/overlays/menu.tsx'
import { useMay } from '../../platform/viewer.tsx'
import type { YearWithGroups } from '../group-reads.ts'
import classes from './group-list.module.css'
import { shownYear } from './shown-year.ts'
import { YearForm } from './year-form.tsx'

type ActionsProps = { readonly shown: YearWithGroups; readonly onAdd: () => void }

/** Which year is shown, and what can be done with it. */
export function GroupListActions({ shown, onAdd }: ActionsProps) {
  const say = useSay(groupsScreenMessages)
  const mayAdd = useMay(groupsContract.methods.add)
  const [form, setForm] = useState<'new' | 'change' | null>(null)
  const { year, years } = shown
  const printAll = {
    label: say('print-all'),
    icon: IconPrinter,
    keys: 'mod+p',
    onSelect: () => go({ screen: 'overviews', kind: 'class-overview' }),
  }
  const yearEntries = [
    { label: say('year-new'), icon: IconCalendar, onSelect: () => setForm('new') },
    ...(year
      ? [{ label: say('year-change'), icon: IconPencil, onSelect: () => setForm('change') }]
      : []),
  ]
  return (
    <>
      <YearPicker shown={shown} />
      <Menu
        label={say('more')}
        icon={IconDots}
        isIconOnly
        entries={mayAdd ? [printAll, ...yearEntries] : [printAll]}
      />
      {mayAdd && year && (
        <Button kind="primary" icon={IconPlus} onClick={onAdd}>
          {say('group-new')}
        </Button>
      )}
      {form && (
        <YearForm
          years={years}
          year={form === 'change' ? year : null}
          onClose={() => setForm(null)}
        />
      )}
    </>
  )
}

function YearPicker({ shown: { years, year } }: { readonly shown: YearWithGroups }) {
  const say = useSay(groupsScreenMessages)
  const sayField = useSay(groupsMessages)
  const { today } = useFormats()
  if (!year || years.length < 2) return null
  const running = runningYear(years, today())
  return (
    <div className={classes.year}>
      <SelectField
        label={sayField('field.schoolYearId')}
        isLabelHidden
        value={year.id}
        onChange={(id) => shownYear.setState({ id: id === running?.id ? null : id })}
        options={years.toReversed().map(({ id, name }) => ({
          value: id as string,
          label: id === running?.id ? say('year-running', { name }) : name,
        }))}
      />
    </div>
  )
}
