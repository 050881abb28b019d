import { useRef, useState } from 'react'
import { exportFormats } from '#shared/exports/exports-contract.ts'
import { exportsMessages } from '#shared/exports/exports-messages.ts'
import { useSay } from '../platform/language.tsx'
import { Page } from '../platform/ui/page/page.tsx'
import { ExportLog } from './export-log.tsx'
import classes from './exports.module.css'
import { FormatChoice } from './format-choice.tsx'
import { OutlineCard } from './outline/outline-card.tsx'
import { PurposeField } from './purpose-field.tsx'
import { SensitiveFields } from './sensitive-fields.tsx'
import { SinceField } from './since-field.tsx'
import { type Choices, useChoices } from './use-choices.ts'
import { lastRoster, useLog, useOutline } from './use-outline.ts'
import { useSave } from './use-save.ts'
import { WhichGroups } from './which-groups.tsx'

/** Data leave the house: in which form, of whom and what for; then what that comes to, and the file. */
export function ExportsScreen() {
  const say = useSay(exportsMessages)
  const { choices, change, startAgain } = useChoices(exportFormats)
  const log = useLog()
  const { asked, outline } = useOutline(choices)
  const { saving, save, startOver } = useSave(startAgain)
  const [isTried, setTried] = useState(false)
  const purpose = useRef<HTMLInputElement>(null)
  const known = outline === 'loading' ? null : outline

  function set(changes: Partial<Choices>) {
    if (saving.at !== 'saving') startOver()
    setTried(false)
    change(changes)
  }
  function trySaving() {
    if (!choices.purpose.trim()) {
      setTried(true)
      return purpose.current?.focus()
    }
    if (known) void save({ ...asked, purpose: choices.purpose.trim() }, known.pupils)
  }

  return (
    <Page title={say('title')}>
      <div className={classes.layout}>
        <div className={classes.choices}>
          <FormatChoice format={choices.format} onChange={(format) => set({ format })} />
          <WhichGroups groupIds={choices.groupIds} onChange={(groupIds) => set({ groupIds })} />
          {choices.format === 'oneroster-delta' && (
            <SinceField
              since={choices.since}
              last={lastRoster(log)}
              onChange={(since) => set({ since })}
            />
          )}
          <PurposeField
            purpose={choices.purpose}
            isMissing={isTried}
            ref={purpose}
            onChange={(text) => set({ purpose: text })}
          />
          <SensitiveFields choices={choices} outline={known} onChange={set} />
        </div>
        <OutlineCard outline={known} format={choices.format} saving={saving} onSave={trySaving} />
      </div>
      <ExportLog log={log} />
    </Page>
  )
}
