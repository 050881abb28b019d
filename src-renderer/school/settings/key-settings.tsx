import { settingsMessages } from '#shared/school/settings-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { useLetterKeys } from '../../platform/letter-keys.ts'
import { SwitchField } from '../../platform/ui/fields/choice-field.tsx'
import { Kbd } from '../../platform/ui/signs/kbd.tsx'
import type { SettingsSection } from './settings-section.ts'

export function useKeySettings(): SettingsSection {
  const say = useSay(settingsMessages)
  const [hasLetters, keep] = useLetterKeys()
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
