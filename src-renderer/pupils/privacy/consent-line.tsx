import type { Consent, ConsentPurpose } from '#shared/consents/consent.ts'
import { consentAnswersMessages } from '#shared/consents/consent-answers-messages.ts'
import { consentsContract } from '#shared/consents/consents-contract.ts'
import { consentsMessages } from '#shared/consents/consents-messages.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconHistory,
  IconPencil,
} from '../../platform/ui/icons.ts'
import { PopoverButton } from '../../platform/ui/overlays/popover-button.tsx'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { useMay } from '../../platform/viewer.tsx'
import classes from '../file/file.module.css'
import { RecordConsent } from './record-consent.tsx'

type ConsentLineProps = { readonly file: PupilFile; readonly purpose: ConsentPurpose }

const looks = {
  granted: { tone: 'ok', icon: IconCircleCheck },
  refused: { tone: 'warn', icon: IconCircleX },
  unknown: { tone: 'neutral', icon: IconCircleDashed },
} as const

/** One purpose: what counts, who said so and when, and why a disagreement means no. */
export function ConsentLine({ file, purpose }: ConsentLineProps) {
  const say = useSay(consentAnswersMessages)
  const sayConsent = useSay(consentsMessages)
  const mayRecord = useMay(consentsContract.methods.record)
  const standing = file.standing[purpose]
  const answers = file.consents
    .filter((consent) => consent.purpose === purpose)
    .toSorted((a, b) => b.recordedAt.localeCompare(a.recordedAt))
  const latest = latestOfEach(answers)
  const disagree = new Set(latest.map(({ granted }) => granted)).size > 1
  const earlier = answers.filter((answer) => !latest.includes(answer))
  const { tone, icon } = looks[standing]
  return (
    <li>
      <div>
        <strong>{sayConsent(`purpose.${purpose}`)}</strong>
        {latest.map((answer) => (
          <p key={answer.id} className="muted">
            <Answer file={file} answer={answer} />
          </p>
        ))}
        {disagree && <p>{say('disagree')}</p>}
        {standing === 'unknown' && <p className="muted">{say('nobody-asked')}</p>}
      </div>
      <StatusTag tone={tone} icon={icon}>
        {sayConsent(`standing.${standing}`)}
      </StatusTag>
      <span className={classes.lineEnd}>
        {earlier.length > 0 && (
          <PopoverButton
            icon={IconHistory}
            label={`${say('earlier', { count: earlier.length })}: ${sayConsent(`purpose.${purpose}`)}`}
            isIconOnly
            size="small"
          >
            {() => (
              <ul className={classes.popover}>
                {earlier.map((answer) => (
                  <li key={answer.id}>
                    <Answer file={file} answer={answer} />
                  </li>
                ))}
              </ul>
            )}
          </PopoverButton>
        )}
        {mayRecord && (
          <PopoverButton
            icon={IconPencil}
            label={say('record-for', { purpose: sayConsent(`purpose.${purpose}`) })}
            isIconOnly
            size="small"
            width={380}
          >
            {(close) => <RecordConsent file={file} purpose={purpose} onDone={close} />}
          </PopoverButton>
        )}
      </span>
    </li>
  )
}

/** Newest first comes in, so the first of each giver is the one that counts. */
function latestOfEach(answers: readonly Consent[]) {
  return [...Map.groupBy(answers, ({ guardianId }) => guardianId).values()].flatMap((each) =>
    each.slice(0, 1),
  )
}

function Answer({ file, answer }: { readonly file: PupilFile; readonly answer: Consent }) {
  const say = useSay(consentAnswersMessages)
  const { day } = useFormats()
  const giver = file.guardians.find(({ guardian }) => guardian.id === answer.guardianId)
  return (
    <>
      {say('who-said', {
        name: (giver && displayName(giver.guardian)) || say('nobody'),
        answer: say(answer.granted ? 'answer-yes' : 'answer-no'),
        day: day(answer.givenOn),
      })}
      {` · ${say('version', { version: answer.version })}`}
      {answer.note && ` · ${answer.note}`}
    </>
  )
}
