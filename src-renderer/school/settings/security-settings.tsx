import { useState } from 'react'
import { SchoolFields } from '#shared/school/school.ts'
import { schoolContract } from '#shared/school/school-contract.ts'
import { schoolMessages } from '#shared/school/school-messages.ts'
import { settingsMessages } from '#shared/school/settings-messages.ts'
import { staffEntryMessages } from '#shared/staff/staff-entry-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { IconKey } from '../../platform/ui/icons.ts'
import { useMay } from '../../platform/viewer.tsx'
import { OwnPassword } from './own-password.tsx'
import { SecondFactorButton } from './second-factor.tsx'
import type { Setting, SettingsSection } from './settings-section.ts'
import { useChangeSchool, useSchool } from './use-school.ts'

const minutes = Array.from({ length: 15 }, (_, index) => index + 1).filter(
  (each) => SchoolFields.shape.idleLockMinutes.safeParse(each).success,
)

/** Who can open Balie, and when it closes by itself. */
export function useSecuritySettings(): SettingsSection {
  const say = useSay(settingsMessages)
  const saySchool = useSay(schoolMessages)
  const sayEntry = useSay(staffEntryMessages)
  const mayChange = useMay(schoolContract.methods.change)
  const change = useChangeSchool()
  const school = useSchool()
  const title = saySchool('field.idleLockMinutes')
  const idle: Setting | null =
    mayChange && school !== 'loading'
      ? {
          title,
          hint: say('hint.idleLockMinutes'),
          who: 'everyone',
          control: (
            <SelectField
              label={title}
              isLabelHidden
              isSearchable={false}
              value={String(school.idleLockMinutes)}
              onChange={(count) => void change({ idleLockMinutes: Number(count) }, title)}
              options={minutes.map((count) => ({
                value: String(count),
                label: say('minutes', { count }),
              }))}
            />
          ),
        }
      : null
  const recovery: Setting = {
    title: say('recovery-title'),
    hint: say('recovery-hint'),
    who: 'everyone',
    control: null,
  }
  return {
    name: 'security',
    title: say('section.security'),
    settings: [
      ...(idle ? [idle] : []),
      {
        title: say('own-password'),
        hint: say('own-password-hint'),
        who: 'you',
        control: <PasswordButton />,
      },
      {
        title: sayEntry('second-title'),
        hint: sayEntry('second-hint'),
        who: 'you',
        control: <SecondFactorButton />,
      },
      ...(mayChange ? [recovery] : []),
    ],
  }
}

function PasswordButton() {
  const say = useSay(settingsMessages)
  const [isChanging, change] = useState(false)
  return (
    <>
      <Button icon={IconKey} onClick={() => change(true)}>
        {say('own-password-change')}
      </Button>
      {isChanging && <OwnPassword onClose={() => change(false)} />}
    </>
  )
}
