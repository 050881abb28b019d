import { useState } from 'react'
import type { Day } from '#shared/platform/day.ts'
import type { Enrolment, EnrolmentFields } from '#shared/pupils/pupil.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import { type PupilFile, pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { pupilsMessages } from '#shared/pupils/pupils-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { settle, settleLoose } from '../../platform/settle.ts'
import { Button } from '../../platform/ui/button.tsx'
import {
  IconCalendar,
  IconCheck,
  IconCircle,
  IconLogout,
  IconPlus,
} from '../../platform/ui/icons.ts'
import { InlineDateField } from '../../platform/ui/inline/inline-date-field.tsx'
import { InlineFields } from '../../platform/ui/inline/inline-shell.tsx'
import { InlineTextField } from '../../platform/ui/inline/inline-text-field.tsx'
import { Card, Section } from '../../platform/ui/page/page.tsx'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { useMay } from '../../platform/viewer.tsx'
import classes from '../file/file.module.css'
import { pupils } from '../pupil-calls.ts'
import { LeaveForm } from './leave-form.tsx'

type SectionProps = { readonly file: PupilFile }

/** Applying, coming and leaving: one card for each time the child was with us. */
export function EnrolmentsSection({ file }: SectionProps) {
  const say = useSay(pupilFileMessages)
  const mayAdd = useMay(pupilsContract.methods.addEnrolment)
  const newestFirst = file.enrolments.toReversed()
  return (
    <Section title={say('enrolments-section')} actions={mayAdd && <AddEnrolment file={file} />}>
      {newestFirst.length === 0 && <p className="muted">{say('enrolments-none')}</p>}
      {newestFirst.map((enrolment) => (
        <EnrolmentCard key={enrolment.id} file={file} enrolment={enrolment} />
      ))}
    </Section>
  )
}

/** Starts as an application of today; its days are then filled in on the card. */
function AddEnrolment({ file }: SectionProps) {
  const say = useSay(pupilFileMessages)
  const sayRefusal = useSay(pupilsMessages)
  const { today } = useFormats()
  async function add() {
    const answer = await pupils.addEnrolment({
      id: file.pupil.id,
      fields: {
        appliedOn: today(),
        startsOn: null,
        endsOn: null,
        endReason: null,
        fromSchool: null,
        toSchool: null,
      },
    })
    settleLoose(answer, sayRefusal, say('enrolment-added', { name: file.name }))
  }
  return (
    <Button size="small" icon={IconPlus} onClick={() => void add()}>
      {say('enrolment-add')}
    </Button>
  )
}

type CardProps = SectionProps & { readonly enrolment: Enrolment }

function EnrolmentCard({ file, enrolment }: CardProps) {
  const say = useSay(pupilFileMessages)
  const mayChange = useMay(pupilsContract.methods.changeEnrolment)
  const { today } = useFormats()
  const [isLeaving, setLeaving] = useState(false)
  const save = useSaveEnrolment(file, enrolment)
  const isNow = stateOf(enrolment, today()) === 'now'
  return (
    <Card>
      <div className={classes.cardHead}>
        <EnrolmentState enrolment={enrolment} />
        {mayChange && isNow && !enrolment.endsOn && (
          <Button kind="quiet" size="small" icon={IconLogout} onClick={() => setLeaving(true)}>
            {say('leave')}
          </Button>
        )}
      </div>
      <EnrolmentLines enrolment={enrolment} isReadOnly={!mayChange} save={save} />
      {isLeaving && (
        <LeaveForm
          name={file.name}
          enrolment={enrolment}
          onClose={() => setLeaving(false)}
          onLeave={save}
        />
      )}
    </Card>
  )
}

type Save = (fields: Partial<EnrolmentFields>, done?: string) => Promise<string | null>

function useSaveEnrolment({ name }: PupilFile, enrolment: Enrolment): Save {
  const say = useSay(pupilFileMessages)
  const sayRefusal = useSay(pupilsMessages)
  const { id, pupilId: _pupil, ...present } = enrolment
  return async (fields, done = say('enrolment-changed', { name })) => {
    const wanted = { ...present, ...fields }
    // The schema says so too, but only by throwing.
    if (wanted.startsOn && wanted.endsOn && wanted.endsOn < wanted.startsOn) {
      return sayRefusal('enrolment.ends-before-it-starts')
    }
    return settle(await pupils.changeEnrolment({ id, fields: wanted }), sayRefusal, done)
  }
}

type LinesProps = {
  readonly enrolment: Enrolment
  readonly isReadOnly: boolean
  readonly save: Save
}

function EnrolmentLines({ enrolment, isReadOnly, save }: LinesProps) {
  const sayField = useSay(pupilFieldMessages)
  const { appliedOn, startsOn, endsOn, fromSchool, toSchool, endReason } = enrolment
  const day = (field: 'appliedOn' | 'startsOn' | 'endsOn', value: Day | null) => (
    <InlineDateField
      label={sayField(`field.${field}`)}
      value={value}
      isReadOnly={isReadOnly}
      onSave={(chosen) => save({ [field]: chosen })}
    />
  )
  const line = (field: 'fromSchool' | 'toSchool' | 'endReason', value: string | null) => (
    <InlineTextField
      label={sayField(`field.${field}`)}
      value={value}
      isReadOnly={isReadOnly}
      onSave={(text) => save({ [field]: text })}
    />
  )
  return (
    <InlineFields>
      {day('appliedOn', appliedOn)}
      {day('startsOn', startsOn)}
      {line('fromSchool', fromSchool)}
      {day('endsOn', endsOn)}
      {(endsOn || endReason) && line('endReason', endReason)}
      {(endsOn || toSchool) && line('toSchool', toSchool)}
    </InlineFields>
  )
}

function stateOf({ startsOn, endsOn }: Enrolment, today: Day) {
  if (!startsOn) return 'applied'
  if (startsOn > today) return 'coming'
  return endsOn && endsOn < today ? 'past' : 'now'
}

const icons = { applied: IconCircle, coming: IconCalendar, now: IconCheck, past: IconLogout }
const tones = { applied: 'info', coming: 'info', now: 'ok', past: 'neutral' } as const

function EnrolmentState({ enrolment }: Pick<LinesProps, 'enrolment'>) {
  const say = useSay(pupilFileMessages)
  const { today } = useFormats()
  const state = stateOf(enrolment, today())
  return (
    <StatusTag tone={tones[state]} icon={icons[state]}>
      {say(`enrolment-${state}`)}
    </StatusTag>
  )
}
