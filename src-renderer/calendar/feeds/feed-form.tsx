import { type FormEvent, useId, useState } from 'react'
import { calendarMessages } from '#shared/calendar/calendar-messages.ts'
import { calendarScreenMessages } from '#shared/calendar/calendar-screen-messages.ts'
import { GroupId, type SchoolYear } from '#shared/groups/group.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { copyText } from '../../platform/copy-text.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { MultiSelectField } from '../../platform/ui/fields/select-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconCopy } from '../../platform/ui/icons.ts'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import classes from '../calendar.module.css'
import { calendar, useGroupOptions } from '../calendar-reads.ts'
import { newSecret } from './new-secret.ts'

type FeedFormProps = {
  /** The portal's address. */
  readonly portal: string
  readonly year: SchoolYear
  readonly onClose: () => void
}

/** Makes an address and shows it once. */
export function FeedForm({ portal, year, onClose }: FeedFormProps) {
  const say = useSay(calendarMessages)
  const sayScreen = useSay(calendarScreenMessages)
  const sayUi = useSay(uiMessages)
  const formId = useId()
  const options = useGroupOptions(year.id)
  const [name, setName] = useState('')
  const [groupIds, setGroups] = useState<readonly string[]>([])
  const [address, setAddress] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function make(submitted: FormEvent) {
    submitted.preventDefault()
    if (!name.trim()) return setProblem(sayScreen('title-needed'))
    const { id, secret } = await newSecret()
    const ids = groupIds.map((each) => GroupId.parse(each))
    const answer = await calendar.makeFeed({ id, name, groupIds: ids.length > 0 ? ids : null })
    if (!answer.ok) return setProblem(say(answer.refusal))
    setAddress(new URL(`/calendar/${secret}.ics`, portal).href)
  }
  async function copy(text: string) {
    await copyText(text)
    void toast({ text: sayScreen('feed-copied'), isPublic: true })
  }
  if (address) {
    return (
      <Modal
        title={name}
        onClose={onClose}
        footer={
          <Button kind="primary" onClick={onClose}>
            {sayUi('close')}
          </Button>
        }
      >
        <div className={classes.form}>
          <Banner tone="warn">{sayScreen('feed-once')}</Banner>
          <div className={classes.address}>
            <TextField
              label={sayScreen('feed-address')}
              value={address}
              onChange={() => {}}
              isFirst
            />
            <Button icon={IconCopy} onClick={() => void copy(address)}>
              {sayScreen('feed-copy')}
            </Button>
          </div>
        </div>
      </Modal>
    )
  }
  return (
    <Modal
      title={sayScreen('feed-new')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {sayScreen('feed-make')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(submitted) => void make(submitted)}>
        <TextField
          label={sayScreen('feed-name')}
          hint={sayScreen('feed-name-hint')}
          value={name}
          onChange={setName}
          error={problem}
          maxLength={100}
          isRequired
          isFirst
        />
        <MultiSelectField
          label={sayScreen('feed-groups')}
          hint={sayScreen('feed-groups-hint')}
          value={groupIds}
          onChange={setGroups}
          options={options}
        />
      </form>
    </Modal>
  )
}
