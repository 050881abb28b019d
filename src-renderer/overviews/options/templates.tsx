import { type FormEvent, useId, useState } from 'react'
import { overviewsContract, type SavedOverview } from '#shared/overviews/overviews-contract.ts'
import { overviewsScreenMessages } from '#shared/overviews/overviews-screen-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { connect } from '../../platform/client.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button, IconButton } from '../../platform/ui/button.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconDeviceFloppy, IconTrash } from '../../platform/ui/icons.ts'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import classes from './options.module.css'
import type { OptionsProps } from './options.tsx'

const overviews = connect(overviewsContract)

/** Choices kept under a name. */
export function Templates({ request, onChange }: OptionsProps) {
  const say = useSay(overviewsScreenMessages)
  const [isNaming, setNaming] = useState(false)
  const saved = useFresh(['savedOverviews'], {}, overviews.saved)

  function apply({ request: kept }: SavedOverview) {
    // Whom it is for stays as it is now, unless the layout was kept for certain groups.
    const groupIds = kept.groupIds.length > 0 ? kept.groupIds : request.groupIds
    onChange({ ...kept, groupIds, pupilIds: request.pupilIds, includeProtected: false })
  }
  async function remove({ id, name }: SavedOverview) {
    await overviews.removeSaved({ id })
    void toast({ text: say('template-removed', { name }), undo: 'last' })
  }
  return (
    <div className={classes.group}>
      <h2>{say('templates')}</h2>
      {saved !== 'loading' && saved.length === 0 && (
        <p className={classes.hint}>{say('template-none')}</p>
      )}
      <ul>
        {saved !== 'loading' &&
          saved.map((each) => (
            <li key={each.id} className={classes.template}>
              <button type="button" className={classes.apply} onClick={() => apply(each)}>
                {each.name}
              </button>
              <IconButton
                icon={IconTrash}
                size="small"
                label={say('template-remove', { name: each.name })}
                onClick={() => void remove(each)}
              />
            </li>
          ))}
      </ul>
      <div>
        <Button size="small" icon={IconDeviceFloppy} onClick={() => setNaming(true)}>
          {say('template-save')}
        </Button>
      </div>
      {isNaming && <NameTemplate request={request} onClose={() => setNaming(false)} />}
    </div>
  )
}

type NameProps = Pick<OptionsProps, 'request'> & { readonly onClose: () => void }

function NameTemplate({ request, onClose }: NameProps) {
  const say = useSay(overviewsScreenMessages)
  const sayUi = useSay(uiMessages)
  const formId = useId()
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  async function save(event: FormEvent) {
    event.preventDefault()
    if (!name.trim()) return setProblem(say('template-name-needed'))
    const kept = { ...request, pupilIds: [], includeProtected: false }
    await overviews.save({ id: null, name, request: kept })
    void toast({ text: say('template-saved', { name }), undo: 'last' })
    onClose()
  }
  return (
    <Modal
      title={say('template-save')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {sayUi('save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void save(event)}>
        <TextField
          label={say('template-name')}
          hint={say('template-name-hint')}
          value={name}
          onChange={setName}
          error={problem}
          maxLength={80}
          isRequired
          isFirst
        />
      </form>
    </Modal>
  )
}
