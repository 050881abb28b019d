import { useState } from 'react'
import { meetingRefusalMessages } from '#shared/meetings/meeting-refusal-messages.ts'
import type { Invited, RoundPage } from '#shared/meetings/meetings-contract.ts'
import { meetingsMessages } from '#shared/meetings/meetings-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { MultiSelectField } from '../../platform/ui/fields/select-field.tsx'
import { IconPencil, IconUserPlus } from '../../platform/ui/icons.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { groups, meetings, meetingTables, told } from '../meeting-calls.ts'
import classes from '../meetings.module.css'
import { DaysForm } from './days-form.tsx'
import { RulesDialog } from './rules-dialog.tsx'

type Props = { readonly page: RoundPage }

/** Rules, days and who takes part, with whether it fits before anybody is told. */
export function SetupTab({ page }: Props) {
  const say = useSay(meetingsMessages)
  const { round } = page.sheet
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={classes.setup}>
      <FitLine page={page} />
      <Section
        title={say('rules')}
        actions={
          <Button icon={IconPencil} size="small" onClick={() => setOpen(true)}>
            {say('rules')}
          </Button>
        }
      >
        <dl className={classes.facts}>
          <dt>{say('mode')}</dt>
          <dd>{say(`mode.${round.mode}`)}</dd>
          <dt>{say('minutes')}</dt>
          <dd>{round.minutes}</dd>
          <dt>{say('per')}</dt>
          <dd>{say(`per.${round.per}`)}</dd>
          <dt>{say('separated')}</dt>
          <dd>{say(`separated.${round.separated}`)}</dd>
        </dl>
      </Section>
      <Section title={say('days')}>
        <DaysForm key={page.sheet.days.map(({ id }) => id).join()} page={page} />
      </Section>
      <Who page={page} />
      {isOpen && (
        <RulesDialog round={round} onClose={() => setOpen(false)} onSaved={() => setOpen(false)} />
      )}
    </div>
  )
}

/** `221 gesprekken passen; Juf Els komt 3 plaatsen tekort`, before anything is sent. */
export function FitLine({ page: { sheet, names } }: Props) {
  const say = useSay(meetingsMessages)
  const roundId = sheet.round.id
  const fit = useFresh(meetingTables, { roundId }, () => meetings.fit({ roundId }))
  if (fit === 'loading' || !fit || fit.talks === 0) return null
  const { talks: count, fitting, short } = fit
  if (short.length === 0) {
    return <Banner tone="ok">{say('fits-all', { count })}</Banner>
  }
  const lines = short.map(({ resourceId, talks, places }) =>
    say('short', { teacher: names.resources[resourceId] ?? '', talks, places }),
  )
  return (
    <Banner tone="warn">
      {say('fits', { fitting, count })} {lines.join(' ')}
    </Banner>
  )
}

function Who({ page: { sheet } }: Props) {
  const say = useSay(meetingsMessages)
  const sayRefusal = useSay(meetingRefusalMessages)
  const all = useFresh(['groups', 'memberships'], {}, () => groups.list({ schoolYearId: null }))
  const [chosen, choose] = useState<readonly string[] | null>(null)
  const [invited, setInvited] = useState<Invited | null>(null)
  if (all === 'loading') return null
  const classesOfSchool = all.filter(({ kind }) => kind === 'class')
  const ids = chosen ?? classesOfSchool.map(({ id }) => id)
  async function invite() {
    const groupIds = classesOfSchool.flatMap(({ id }) => (ids.includes(id) ? [id] : []))
    const asked = meetings.invite({ roundId: sheet.round.id, groupIds, pupilIds: [] })
    if (!(await told(sayRefusal, asked))) return
    const answer = await asked
    if (answer.ok) setInvited(answer.value)
  }
  return (
    <Section title={say('who')}>
      <p className={classes.meta}>{say('who-text')}</p>
      <div className={classes.row}>
        <MultiSelectField
          label={say('groups')}
          value={ids}
          onChange={choose}
          options={classesOfSchool.map(({ id, name }) => ({ value: id as string, label: name }))}
        />
        <Button
          kind="primary"
          icon={IconUserPlus}
          disabled={sheet.days.length === 0}
          onClick={() => void invite()}
        >
          {say('invite')}
        </Button>
      </div>
      {invited && (
        <Banner tone={invited.withoutGuardian.length > 0 ? 'warn' : 'ok'} isNews>
          {say('invited', { count: invited.talks })}{' '}
          {invited.withoutGuardian.length > 0 &&
            say('without-guardian', { names: invited.withoutGuardian.join(', ') })}{' '}
          {invited.withoutTeacher.length > 0 &&
            say('without-teacher', { names: invited.withoutTeacher.join(', ') })}
        </Banner>
      )}
    </Section>
  )
}
