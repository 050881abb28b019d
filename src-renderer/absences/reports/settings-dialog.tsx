import { useState } from 'react'
import { ClockTime } from '#shared/absences/absence-mark.ts'
import type { AbsenceSettingsFields } from '#shared/absences/absence-settings.ts'
import { registerMessages } from '#shared/absences/messages/register-messages.ts'
import { reportMessages } from '#shared/absences/messages/report-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { SwitchField } from '../../platform/ui/fields/choice-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { absences } from '../absence-calls.ts'
import classes from '../absences.module.css'

type SettingsDialogProps = {
  readonly settings: AbsenceSettingsFields
  readonly onClose: () => void
}

/** How the school registers; each is kept at once and can be undone. */
export function SettingsDialog({ settings, onClose }: SettingsDialogProps) {
  const say = useSay(reportMessages)
  const sayUi = useSay(uiMessages)
  const { country } = useLocale()
  const change = (changes: Partial<AbsenceSettingsFields>) => void absences.changeSettings(changes)
  return (
    <Modal
      title={say('settings-title')}
      onClose={onClose}
      footer={
        <Button kind="primary" onClick={onClose}>
          {sayUi('close')}
        </Button>
      }
    >
      <div className={classes.form}>
        <SwitchField
          label={say('set-guardians')}
          hint={say('set-guardians-hint')}
          value={settings.guardiansReport}
          onChange={(guardiansReport) => change({ guardiansReport })}
        />
        <div className={classes.pair}>
          <TimeSetting
            label={say('set-cut-off')}
            value={settings.cutOff}
            onChange={(cutOff) => change({ cutOff })}
          />
          <TimeSetting
            label={say('set-call-from')}
            value={settings.callFrom}
            onChange={(callFrom) => change({ callFrom })}
          />
        </div>
        <MinutesSetting
          label={say('set-escalate')}
          value={settings.escalateMinutes}
          onChange={(escalateMinutes) => change({ escalateMinutes })}
        />
        {country === 'se' && (
          <SwitchField
            label={say('set-hide-illness')}
            hint={say('set-hide-illness-hint')}
            value={settings.hidesIllness}
            onChange={(hidesIllness) => change({ hidesIllness })}
          />
        )}
      </div>
    </Modal>
  )
}

type SettingProps<Value> = {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
}

function TimeSetting({ label, value, onChange }: SettingProps<string>) {
  const say = useSay(registerMessages)
  const [text, setText] = useState(value)
  const time = ClockTime.safeParse(text.replace('.', ':').padStart(5, '0'))
  return (
    <TextField
      label={label}
      value={text}
      onChange={setText}
      error={time.success ? null : say('not-a-time')}
      onBlur={() => time.success && time.data !== value && onChange(time.data)}
    />
  )
}

const fewest = 5
const most = 480

function MinutesSetting({ label, value, onChange }: SettingProps<number>) {
  const say = useSay(registerMessages)
  const [text, setText] = useState(String(value))
  const minutes = Number(text)
  const isRight = Number.isInteger(minutes) && minutes >= fewest && minutes <= most
  return (
    <TextField
      label={label}
      inputMode="numeric"
      value={text}
      onChange={setText}
      error={isRight ? null : say('not-minutes')}
      onBlur={() => isRight && minutes !== value && onChange(minutes)}
    />
  )
}
