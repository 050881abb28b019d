import { useState } from 'react'
import { dataCheckMessages } from '#shared/change-requests/messages/data-check-messages.ts'
import { GroupId } from '#shared/groups/group.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { settle } from '../../platform/settle.ts'
import { Button } from '../../platform/ui/button.tsx'
import { CheckboxField, Segments } from '../../platform/ui/fields/choice-field.tsx'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { dataChecks } from '../request-calls.ts'
import { useClasses } from '../rules/use-classes.ts'
import classes from './checks.module.css'

/** Three weeks: time for a reminder and for paper to come back. */
const usualDays = 21

export function StartCheck({ onClose }: { readonly onClose: () => void }) {
  const say = useSay(dataCheckMessages)
  const sayUi = useSay(uiMessages)
  const { today } = useFormats()
  const groups = useClasses()
  const [name, setName] = useState(say('name-example'))
  const [isWhole, setWhole] = useState(true)
  const [chosen, choose] = useState<readonly string[]>([])
  const [endsOn, setEnd] = useState<Day | null>(addDays(today(), usualDays))
  const [problem, setProblem] = useState<string | null>(null)
  const isReady = name.trim() !== '' && endsOn !== null && (isWhole || chosen.length > 0)

  async function start() {
    if (!isReady || !endsOn) return
    const groupIds = isWhole ? null : chosen.map((id) => GroupId.parse(id))
    const answer = await dataChecks.start({ name, groupIds, endsOn })
    const refusal = settle(answer, say, say('started'))
    setProblem(refusal)
    if (refusal === null) onClose()
  }
  return (
    <Modal
      title={say('start-title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" disabled={!isReady} onClick={() => void start()}>
            {say('start')}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <TextField label={say('name')} isFirst isRequired value={name} onChange={setName} />
        <Segments
          label={say('whom')}
          isLabelShown
          value={isWhole ? 'all' : 'some'}
          onChange={(value) => setWhole(value === 'all')}
          options={[
            { value: 'all', label: say('whole-school') },
            { value: 'some', label: say('some-groups') },
          ]}
        />
        {!isWhole && (
          <fieldset className={classes.groups} aria-label={say('groups')}>
            {groups.map(({ id, name: group }) => (
              <CheckboxField
                key={id}
                label={group}
                value={chosen.includes(id)}
                onChange={(is) =>
                  choose(is ? [...chosen, id] : chosen.filter((each) => each !== id))
                }
              />
            ))}
          </fieldset>
        )}
        <DateField label={say('ends-on')} isRequired value={endsOn} onChange={setEnd} />
        {problem && (
          <Banner tone="alert" isNews>
            {problem}
          </Banner>
        )}
      </div>
    </Modal>
  )
}
