import { useState } from 'react'
import { z } from 'zod'
import { pupilListMessages } from '#shared/pupils/pupil-list-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { usePreference } from '../../platform/preferences.ts'
import { toast } from '../../platform/toasts.ts'
import { Button, IconButton } from '../../platform/ui/button.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconList, IconTrash } from '../../platform/ui/icons.ts'
import { PopoverButton } from '../../platform/ui/overlays/popover-button.tsx'
import { PupilFilter } from './pupil-filter.ts'
import classes from './pupil-list.module.css'
import { pupilsStore, setFilter } from './pupils-store.ts'

const SavedViews = z.array(z.object({ name: z.string(), filter: PupilFilter }))
type SavedViews = z.output<typeof SavedViews>

const parseViews = (kept: unknown): SavedViews => SavedViews.safeParse(kept).data ?? []

/** Filters somebody uses often, under a name of their own. */
export function SavedViewsButton() {
  const say = useSay(pupilListMessages)
  return (
    <PopoverButton icon={IconList} label={say('views')} isIconOnly>
      {(close) => <ViewList onDone={close} />}
    </PopoverButton>
  )
}

function ViewList({ onDone }: { readonly onDone: () => void }) {
  const say = useSay(pupilListMessages)
  const [views, keepViews] = usePreference('pupils.views', parseViews)
  const without = (name: string) => views.filter((view) => view.name !== name)
  return (
    <div className={classes.views}>
      {views.length === 0 && <p className="muted">{say('view-none')}</p>}
      <ul>
        {views.map(({ name, filter }) => (
          <li key={name}>
            <Button
              kind="quiet"
              size="small"
              onClick={() => {
                setFilter(filter)
                onDone()
              }}
            >
              {name}
            </Button>
            <IconButton
              icon={IconTrash}
              size="small"
              label={say('view-remove', { name })}
              onClick={() => keepViews(without(name))}
            />
          </li>
        ))}
      </ul>
      <KeepView
        onKeep={(name) => {
          keepViews([...without(name), { name, filter: pupilsStore.getState().filter }])
          void toast({ text: say('view-kept', { name }) })
          onDone()
        }}
      />
    </div>
  )
}

function KeepView({ onKeep }: { readonly onKeep: (name: string) => void }) {
  const say = useSay(pupilListMessages)
  const [name, setName] = useState('')
  return (
    <form
      noValidate
      className={classes.viewName}
      onSubmit={(event) => {
        event.preventDefault()
        if (!name.trim()) return
        onKeep(name.trim())
      }}
    >
      <TextField label={say('view-name')} value={name} onChange={setName} maxLength={40} />
      <Button isSubmit disabled={!name.trim()}>
        {say('view-keep')}
      </Button>
    </form>
  )
}
