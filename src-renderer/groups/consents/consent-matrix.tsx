import { useState } from 'react'
import { type ConsentPurpose, consentPurposes } from '#shared/consents/consent.ts'
import { type ConsentRow, consentsContract } from '#shared/consents/consents-contract.ts'
import { consentsMessages } from '#shared/consents/consents-messages.ts'
import { consentsScreenMessages } from '#shared/consents/consents-screen-messages.ts'
import type { GroupRow } from '#shared/groups/groups-contract.ts'
import type { Day } from '#shared/platform/day.ts'
import { connect } from '../../platform/client.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { usePreference } from '../../platform/preferences.ts'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconHeartHandshake } from '../../platform/ui/icons.ts'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { useMay } from '../../platform/viewer.tsx'
import { ConsentLegend } from './consent-legend.tsx'
import classes from './consents.module.css'
import { MatrixBody } from './matrix-body.tsx'
import { RecordConsent } from './record-consent.tsx'
import { useRecordConsent } from './use-record-consent.ts'

const consents = connect(consentsContract)
const shownTables = ['consents', 'pupils', 'memberships']

export type Question = { readonly row: ConsentRow; readonly purpose: ConsentPurpose }

/** Pupils against purposes: what is allowed, and recording answers with one key. */
export function ConsentMatrix({ group }: { readonly group: GroupRow }) {
  const say = useSay(consentsScreenMessages)
  const rows = useFresh(shownTables, { groupId: group.id }, consents.matrix)
  if (rows === 'loading') return <Skeleton />
  if (rows.length === 0) return <EmptyState icon={IconHeartHandshake} title={say('none')} />
  return <Matrix group={group} rows={rows} />
}

type MatrixProps = { readonly group: GroupRow; readonly rows: readonly ConsentRow[] }

function Matrix({ group, rows }: MatrixProps) {
  const say = useSay(consentsScreenMessages)
  const sayWord = useSay(consentsMessages)
  const { today } = useFormats()
  const mayRecord = useMay(consentsContract.methods.record)
  const [givenOn, setDay] = useState<Day | null>(today())
  const [version, keepVersion] = usePreference('consents.version', (kept) =>
    typeof kept === 'string' && kept ? kept : group.schoolYearName,
  )
  const [asked, ask] = useState<Question | null>(null)
  const record = useRecordConsent()
  const asking = { givenOn: givenOn ?? today(), version }

  return (
    <div className={classes.screen}>
      <div className={classes.intro}>
        <ConsentLegend mayRecord={mayRecord} />
        {mayRecord && (
          <fieldset className={classes.terms}>
            <legend className="muted">{say('for-all')}</legend>
            <DateField label={sayWord('field.givenOn')} value={givenOn} onChange={setDay} />
            <TextField
              label={sayWord('field.version')}
              value={version}
              onChange={keepVersion}
              maxLength={40}
            />
          </fieldset>
        )}
      </div>
      <div className={classes.scroller}>
        <table className={classes.matrix} aria-label={say('matrix-label', { name: group.name })}>
          <thead>
            <tr>
              <th scope="col">{say('pupil')}</th>
              {consentPurposes.map((purpose) => (
                <PurposeHead key={purpose} purpose={purpose} rows={rows} />
              ))}
            </tr>
          </thead>
          <MatrixBody
            rows={rows}
            mayRecord={mayRecord}
            onQuick={(question, granted) =>
              void record(question, { ...asking, guardianId: null, granted, note: null })
            }
            onAsk={ask}
          />
        </table>
      </div>
      {asked && <RecordConsent question={asked} {...asking} onClose={() => ask(null)} />}
    </div>
  )
}

type PurposeHeadProps = {
  readonly purpose: ConsentPurpose
  readonly rows: readonly ConsentRow[]
}

function PurposeHead({ purpose, rows }: PurposeHeadProps) {
  const say = useSay(consentsScreenMessages)
  const sayWord = useSay(consentsMessages)
  const granted = rows.filter(({ standing }) => standing[purpose] === 'granted').length
  return (
    <th scope="col">
      {sayWord(`purpose.${purpose}`)}
      <span className={classes.count} title={say('count-long', { granted, total: rows.length })}>
        {say('count', { granted, total: rows.length })}
      </span>
    </th>
  )
}
