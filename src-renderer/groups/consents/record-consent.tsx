import { useState } from 'react'
import { consentsMessages } from '#shared/consents/consents-messages.ts'
import { consentsScreenMessages } from '#shared/consents/consents-screen-messages.ts'
import type { GuardianId } from '#shared/families/guardian.ts'
import type { Day } from '#shared/platform/day.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { type PupilFile, pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { connect } from '../../platform/client.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { Segments } from '../../platform/ui/fields/choice-field.tsx'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Section } from '../../platform/ui/page/page.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import type { Question } from './consent-matrix.tsx'
import classes from './consents.module.css'
import { useRecordConsent } from './use-record-consent.ts'

const pupils = connect(pupilsContract)

/** No guardian has this id: an answer of which the giver is not named. */
const nobody = ''

type RecordConsentProps = {
  readonly question: Question
  readonly givenOn: Day
  readonly version: string
  readonly onClose: () => void
}

/** One answer with who gave it, when and to which wording; with the earlier ones. */
export function RecordConsent(props: RecordConsentProps) {
  const { question, onClose } = props
  const say = useSay(consentsScreenMessages)
  const sayWord = useSay(consentsMessages)
  const sayUi = useSay(uiMessages)
  const record = useRecordConsent()
  const [giver, setGiver] = useState(nobody)
  const [answer, setAnswer] = useState<'yes' | 'no' | null>(null)
  const [givenOn, setDay] = useState<Day | null>(props.givenOn)
  const [version, setVersion] = useState(props.version)
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const file = useFresh(['consents', 'guardianLinks'], { id: question.row.pupilId }, pupils.file)
  const known = file !== 'loading' && file.ok ? file.value : null

  async function save() {
    if (!answer) return setProblem(say('choose-answer'))
    if (!givenOn) return setProblem(say('choose-day'))
    const guardianId = known?.guardians.find(({ guardian }) => guardian.id === giver)?.guardian.id
    const granted = answer === 'yes'
    const terms = { granted, givenOn, version, note, guardianId: guardianId ?? null }
    const refusal = await record(question, terms)
    if (refusal) setProblem(refusal)
    else onClose()
  }

  return (
    <Modal
      title={say('record-title', { name: question.row.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" onClick={() => void save()}>
            {say('record')}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <h3>{sayWord(`purpose.${question.purpose}`)}</h3>
        <SelectField
          label={sayWord('field.guardianId')}
          value={giver}
          isFirst
          onChange={setGiver}
          options={[{ value: nobody, label: say('giver-unknown') }, ...giversOf(known)]}
        />
        <Segments
          label={sayWord('field.granted')}
          // None is chosen at first: an answer must be given, not left standing.
          value={answer ?? 'none'}
          onChange={(chosen) => chosen !== 'none' && setAnswer(chosen)}
          options={[
            { value: 'yes', label: say('answer.yes') },
            { value: 'no', label: say('answer.no') },
          ]}
        />
        <div className={classes.pair}>
          <DateField label={sayWord('field.givenOn')} value={givenOn} onChange={setDay} />
          <TextField
            label={sayWord('field.version')}
            value={version}
            onChange={setVersion}
            maxLength={40}
          />
        </div>
        <TextField
          label={sayWord('field.note')}
          value={note}
          onChange={setNote}
          maxLength={500}
          isSpellChecked
        />
        {problem && (
          <Banner tone="alert" isNews>
            {problem}
          </Banner>
        )}
        {known && <Earlier file={known} question={question} />}
      </div>
    </Modal>
  )
}

function giversOf(file: PupilFile | null) {
  return (file?.guardians ?? []).map(({ guardian }) => ({
    value: guardian.id as string,
    label: displayName(guardian),
  }))
}

type EarlierProps = { readonly file: PupilFile; readonly question: Question }

function Earlier({ file, question }: EarlierProps) {
  const say = useSay(consentsScreenMessages)
  const sayWord = useSay(consentsMessages)
  const { day } = useFormats()
  const answers = file.consents
    .filter(({ purpose }) => purpose === question.purpose)
    .toSorted((a, b) => b.recordedAt.localeCompare(a.recordedAt))
  function giverName(id: GuardianId | null) {
    const giver = file.guardians.find(({ guardian }) => guardian.id === id)
    return giver ? displayName(giver.guardian) : say('giver-unknown')
  }
  return (
    <Section title={say('earlier-title')}>
      {answers.length === 0 && <p className="muted">{say('earlier-none')}</p>}
      <ul data-private>
        {answers.map(({ id, granted, guardianId, givenOn }) => (
          <li key={id}>
            {say('earlier-answer', {
              answer: sayWord(granted ? 'standing.granted' : 'standing.refused'),
              giver: giverName(guardianId),
              day: day(givenOn),
            })}
          </li>
        ))}
      </ul>
    </Section>
  )
}
