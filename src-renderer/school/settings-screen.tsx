import { useState } from 'react'
import { foldText, searchWords } from '#shared/platform/fold-text.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { settingsMessages } from '#shared/school/settings-messages.ts'
import { useSay } from '../platform/language.tsx'
import { Button } from '../platform/ui/button.tsx'
import { TextField } from '../platform/ui/fields/text-field.tsx'
import { IconSearch } from '../platform/ui/icons.ts'
import { Page } from '../platform/ui/page/page.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import { Anchors } from './settings/anchors.tsx'
import { useKeySettings } from './settings/key-settings.tsx'
import { useLookSettings } from './settings/look-settings.tsx'
import { useSchoolSettings } from './settings/school-settings.tsx'
import { useSecuritySettings } from './settings/security-settings.tsx'
import { SettingRow } from './settings/setting-row.tsx'
import classes from './settings/settings.module.css'
import type { SettingsSection } from './settings/settings-section.ts'
import { useYearSettings } from './settings/year-settings.tsx'

/** Everything that can be set, on one page that can be searched. */
export function SettingsScreen() {
  const say = useSay(settingsMessages)
  const sayUi = useSay(uiMessages)
  const [text, setText] = useState('')
  const found = useSections().flatMap((section) => matching(section, text))
  return (
    <Page title={say('title')} subtitle={say('subtitle')}>
      <div className={classes.layout}>
        <Anchors sections={found} />
        <div className={classes.sections}>
          <search className={classes.search}>
            <TextField
              label={say('search')}
              isLabelHidden
              icon={IconSearch}
              placeholder={say('search-placeholder')}
              value={text}
              onChange={setText}
            />
          </search>
          {found.map(({ name, title, settings }) => (
            <section key={name} id={`settings-${name}`} className={classes.section} tabIndex={-1}>
              <h2>{title}</h2>
              {settings.map((setting) => (
                <SettingRow key={setting.title} setting={setting} />
              ))}
            </section>
          ))}
          {found.length === 0 && (
            <EmptyState
              icon={IconSearch}
              title={say('search-none', { text })}
              action={<Button onClick={() => setText('')}>{sayUi('clear-filter')}</Button>}
            />
          )}
        </div>
      </div>
    </Page>
  )
}

function useSections(): readonly SettingsSection[] {
  const school = useSchoolSettings()
  const years = useYearSettings()
  const look = useLookSettings()
  const keys = useKeySettings()
  const security = useSecuritySettings()
  const all = [
    ...school.filter(({ name }) => name === 'school' || name === 'rules'),
    years,
    ...school.filter(({ name }) => name === 'print' || name === 'privacy'),
    look,
    keys,
    security,
  ]
  // What this role may not set is absent, not grey.
  return all.filter(({ settings }) => settings.length > 0)
}

/** A section with the settings that fit; all of them when its own name does. */
function matching(section: SettingsSection, text: string): SettingsSection[] {
  const words = searchWords(text)
  const fits = (haystack: string) => words.every((word) => foldText(haystack).includes(word))
  if (fits(section.title)) return [section]
  const settings = section.settings.filter(({ title, hint }) => fits(`${title} ${hint ?? ''}`))
  return settings.length > 0 ? [{ ...section, settings }] : []
}
