import { settingsMessages } from '#shared/school/settings-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { usePreference } from '../../platform/preferences.ts'
import { SwitchField } from '../../platform/ui/fields/choice-field.tsx'
import { Kbd } from '../../platform/ui/signs/kbd.tsx'
import type { SettingsSection } from './settings-section.ts'

/** Single letters must be possible to switch off (WCAG 2.1.4): speech input types them unasked. */
export function useKeySettings(): SettingsSection {
  const say = useSay(settingsMessages)
  const [hasLetters, keep] = usePreference('letterKeys', (kept) => kept !== false)
  return {
    name: 'keys',
    title: say('section.keys'),
    settings: [
      {
        title: say('letter-keys'),
        hint: say('letter-keys-hint'),
        who: 'you',
        control: (
          <SwitchField
            label={say('letter-keys')}
            isLabelHidden
            value={hasLetters}
            onChange={keep}
          />
        ),
      },
      {
        title: say('all-keys'),
        hint: say('all-keys-hint'),
        who: 'everyone',
        control: <Kbd keys="mod+/" />,
      },
    ],
  }
}
