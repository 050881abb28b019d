import { useState } from 'react'
import type { SchoolYear, SchoolYearFields } from '#shared/groups/group.ts'
import { groupsContract } from '#shared/groups/groups-contract.ts'
import { groupsMessages } from '#shared/groups/groups-messages.ts'
import { settingsMessages } from '#shared/school/settings-messages.ts'
import { connect } from '../../platform/client.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { toast } from '../../platform/toasts.ts'
import { LinkButton } from '../../platform/ui/button.tsx'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { useMay } from '../../platform/viewer.tsx'
import { SavedText } from './saved-text.tsx'
import classes from './settings.module.css'
import type { Setting, SettingsSection } from './settings-section.ts'

const groups = connect(groupsContract)

/** School years with their days; groups themselves have a screen of their own. */
export function useYearSettings(): SettingsSection {
  const say = useSay(settingsMessages)
  const sayGroup = useSay(groupsMessages)
  const mayChange = useMay(groupsContract.methods.saveYear)
  const years = useFresh(['schoolYears'], mayChange, async (may) => (may ? groups.years({}) : []))
  const toGroups: Setting = {
    title: sayGroup('field.groupId'),
    hint: say('years-hint'),
    who: 'everyone',
    control: <LinkButton onClick={() => go({ screen: 'groups' })}>{say('to-groups')}</LinkButton>,
  }
  const toDays: Setting = {
    title: say('days-title'),
    hint: say('days-hint'),
    who: 'everyone',
    control: (
      <LinkButton onClick={() => go({ screen: 'calendar', view: 'days' })}>
        {say('to-days')}
      </LinkButton>
    ),
  }
  const shown = years === 'loading' ? [] : years.toReversed()
  return {
    name: 'years',
    title: say('section.years'),
    settings: mayChange
      ? [
          ...shown.map(
            (year): Setting => ({
              title: year.name,
              who: 'everyone',
              control: <YearFields key={year.id} year={year} />,
              isWide: true,
            }),
          ),
          toGroups,
          toDays,
        ]
      : [],
  }
}

function YearFields({ year }: { readonly year: SchoolYear }) {
  const say = useSay(settingsMessages)
  const sayGroup = useSay(groupsMessages)
  const [problem, setProblem] = useState<string | null>(null)
  const { id, name, startsOn, endsOn } = year

  async function save(changes: Partial<SchoolYearFields>) {
    const answer = await groups.saveYear({ id, fields: { name, startsOn, endsOn, ...changes } })
    const refusal = answer.ok ? null : sayGroup(answer.refusal, answer.details)
    if (answer.ok) void toast({ text: say('changed', { setting: name }), undo: 'last' })
    return refusal
  }
  return (
    <div className={classes.year}>
      <SavedText
        label={say('year-name', { name })}
        value={name}
        onSave={async (text) => (text ? save({ name: text }) : sayGroup('year.not-found'))}
      />
      <DateField
        label={say('year-starts', { name })}
        isLabelHidden
        value={startsOn}
        error={problem}
        onChange={async (day) => day && setProblem(await save({ startsOn: day }))}
      />
      <DateField
        label={say('year-ends', { name })}
        isLabelHidden
        value={endsOn}
        onChange={async (day) => day && setProblem(await save({ endsOn: day }))}
      />
    </div>
  )
}
