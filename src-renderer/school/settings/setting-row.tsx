import { settingsMessages } from '#shared/school/settings-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { IconDeviceDesktop, IconUser, IconUsers } from '../../platform/ui/icons.ts'
import classes from './settings.module.css'
import type { Setting } from './settings-section.ts'

const icons = { everyone: IconUsers, desk: IconDeviceDesktop, you: IconUser }

export function SettingRow({ setting }: { readonly setting: Setting }) {
  const say = useSay(settingsMessages)
  const { title, hint, who, control, isWide } = setting
  const Picture = icons[who]
  return (
    <div className={classes.setting} data-wide={isWide || undefined}>
      <div className={classes.words}>
        <h3>{title}</h3>
        {hint && <p className={classes.hint}>{hint}</p>}
        <p className={classes.who}>
          <Picture size={14} stroke={1.75} aria-hidden />
          {say(`who.${who}`)}
        </p>
      </div>
      <div className={classes.control}>{control}</div>
    </div>
  )
}
