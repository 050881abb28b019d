import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { importColumnsMessages } from '#shared/imports/import-columns-messages.ts'
import { importsContract } from '#shared/imports/imports-contract.ts'
import { knownPresets } from '#shared/imports/known-presets.ts'
import type { ImportPreset, PresetFields } from '#shared/imports/table-mapping.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { connect } from '../../platform/client.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button, IconButton } from '../../platform/ui/button.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconCircleCheck, IconDeviceFloppy, IconHelp, IconTrash } from '../../platform/ui/icons.ts'
import { PopoverButton } from '../../platform/ui/overlays/popover-button.tsx'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import classes from './columns.module.css'
import type { ColumnsStepProps } from './columns-step.tsx'
import { asPreset, knowsAny, withPreset } from './columns-step-state.ts'

const imports = connect(importsContract)
const noPresets: readonly ImportPreset[] = []

/** Which known layout fits, another one to pick, and this one to keep. */
export function PresetBar({ store, step }: ColumnsStepProps) {
  const say = useSay(importColumnsMessages)
  const { changeColumns } = useStore(store)
  const kept = useFresh(['importPresets'], {}, imports.presets)
  const own = kept === 'loading' ? noPresets : kept
  const chosen = own.find(({ name }) => name === step.preset)
  const choices = choicesOf(own)

  function pick(value: string) {
    const preset = choices.get(value)
    if (!preset) return
    if (knowsAny(step, preset)) changeColumns((now) => withPreset(now, preset))
    else void toast({ text: say('presetFitsNothing', { name: preset.name }), tone: 'alert' })
  }

  return (
    <div className={classes.presets}>
      <StatusTag
        tone={step.preset ? 'ok' : 'neutral'}
        icon={step.preset ? IconCircleCheck : IconHelp}
      >
        {step.preset ? say('fits', { name: step.preset }) : say('fitsNone')}
      </StatusTag>
      <div className={classes.preset}>
        <SelectField
          label={say('presets')}
          isLabelHidden
          placeholder={say('pickPreset')}
          isSearchable
          value={null}
          onChange={pick}
          options={[...choices].map(([value, { name, isOwn }]) => ({
            value,
            label: name,
            group: isOwn ? say('own') : say('known'),
          }))}
        />
      </div>
      <SavePreset store={store} step={step} own={own} />
      {chosen && <RemovePreset preset={chosen} />}
    </div>
  )
}

type Choice = PresetFields & { readonly isOwn: boolean }

/** Own ones first: what a school made for itself fits it best. */
function choicesOf(own: readonly ImportPreset[]): ReadonlyMap<string, Choice> {
  const choice = (isOwn: boolean) => (preset: ImportPreset) =>
    [preset.id, { ...preset, isOwn }] as const
  return new Map([...own.map(choice(true)), ...knownPresets.map(choice(false))])
}

type SavePresetProps = ColumnsStepProps & { readonly own: readonly ImportPreset[] }

function SavePreset({ store, step, own }: SavePresetProps) {
  const say = useSay(importColumnsMessages)
  const { changeColumns } = useStore(store)
  if (!asPreset(step, '-')) return null

  async function save(name: string) {
    const preset = asPreset(step, name)
    if (!preset) return
    // The same name means the same layout, looked at once more.
    const former = own.find((each) => each.name === name)
    await imports.savePreset({ ...preset, id: former?.id ?? crypto.randomUUID() })
    changeColumns((now) => ({ ...now, preset: name }))
    await toast({ text: say('presetSaved', { name }), undo: 'last' })
  }

  return (
    <PopoverButton
      icon={IconDeviceFloppy}
      label={say('saveAs')}
      size="small"
      width={320}
      position="bottom-start"
    >
      {(close) => (
        <SaveForm
          name={own.find(({ name }) => name === step.preset)?.name ?? ''}
          onSave={async (name) => {
            await save(name)
            close()
          }}
        />
      )}
    </PopoverButton>
  )
}

type SaveFormProps = { readonly name: string; readonly onSave: (name: string) => Promise<void> }

function SaveForm({ name, onSave }: SaveFormProps) {
  const say = useSay(importColumnsMessages)
  const sayUi = useSay(uiMessages)
  const [typed, setTyped] = useState(name)
  const id = useId()
  const wanted = typed.trim()
  return (
    <form
      id={id}
      className={classes.save}
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted) void onSave(wanted)
      }}
    >
      <TextField
        label={say('presetName')}
        hint={say('presetNameHint')}
        isFirst
        maxLength={80}
        value={typed}
        onChange={setTyped}
      />
      <Button kind="primary" isSubmit disabled={!wanted}>
        {sayUi('save')}
      </Button>
    </form>
  )
}

function RemovePreset({ preset: { id, name } }: { readonly preset: ImportPreset }) {
  const say = useSay(importColumnsMessages)
  async function remove() {
    await imports.removePreset({ id })
    await toast({ text: say('presetRemoved', { name }), undo: 'last' })
  }
  return (
    <IconButton
      icon={IconTrash}
      size="small"
      label={say('removePreset', { name })}
      onClick={() => void remove()}
    />
  )
}
