import { deskContract } from '#shared/desk/desk-contract.ts'
import { languages } from '#shared/platform/language.ts'
import { schoolMessages } from '#shared/school/school-messages.ts'
import { settingsMessages } from '#shared/school/settings-messages.ts'
import { sessionContract } from '#shared/staff/staff-contract.ts'
import { connect } from '../../platform/client.ts'
import { densities, useDensity } from '../../platform/density.ts'
import { useSay } from '../../platform/language.tsx'
import { Segments } from '../../platform/ui/fields/choice-field.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import type { SettingsSection } from './settings-section.ts'
import { useDeskState } from './use-desk-state.ts'

const desk = connect(deskContract)
const session = connect(sessionContract)

const themes = ['system', 'light', 'dark'] as const
const zooms = [80, 90, 100, 110, 125, 150, 175, 200]

/** How Balie looks at this desk. */
export function useLookSettings(): SettingsSection {
  const say = useSay(settingsMessages)
  const saySchool = useSay(schoolMessages)
  const [density, keepDensity] = useDensity()
  const state = useDeskState(desk.state)
  const person = useDeskState(session.current)
  const section = { name: 'look', title: say('section.look') } as const
  if (state === 'loading' || person === 'loading') return { ...section, settings: [] }
  const zoom = Math.round(state.zoom * 100)
  const steps = zooms.includes(zoom) ? zooms : [...zooms, zoom].toSorted((a, b) => a - b)
  return {
    ...section,
    settings: [
      {
        title: say('theme'),
        hint: say('theme-hint'),
        who: 'desk',
        control: (
          <Segments
            label={say('theme')}
            value={state.theme}
            onChange={(theme) => void desk.setLook({ theme })}
            options={themes.map((value) => ({ value, label: say(`theme.${value}`) }))}
          />
        ),
      },
      {
        title: say('zoom'),
        hint: say('zoom-hint'),
        who: 'desk',
        control: (
          <SelectField
            label={say('zoom')}
            isLabelHidden
            value={String(zoom)}
            onChange={(step) => void desk.setLook({ zoom: Number(step) / 100 })}
            options={steps.map((step) => ({ value: String(step), label: `${step} %` }))}
          />
        ),
      },
      {
        title: say('density'),
        hint: say('density-hint'),
        who: 'you',
        control: (
          <Segments
            label={say('density')}
            value={density}
            onChange={keepDensity}
            options={densities.map((value) => ({ value, label: say(`density.${value}`) }))}
          />
        ),
      },
      {
        title: say('screen-language'),
        // A language kept with the person goes before that of the computer.
        hint: say(person?.language ? 'screen-language-own' : 'screen-language-hint'),
        who: 'desk',
        control: (
          <SelectField
            label={say('screen-language')}
            isLabelHidden
            isDisabled={Boolean(person?.language)}
            value={person?.language ?? state.language}
            onChange={(language) => void desk.setLook({ language })}
            options={languages.map((value) => ({ value, label: saySchool(`language.${value}`) }))}
          />
        ),
      },
    ],
  }
}
