import { useState } from 'react'
import { enrolMessages } from '#shared/pupils/enrol-messages.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import { pupilsMessages } from '#shared/pupils/pupils-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { settle } from '../../platform/settle.ts'
import { Button, LinkButton } from '../../platform/ui/button.tsx'
import { Segments } from '../../platform/ui/fields/choice-field.tsx'
import { IconUsers } from '../../platform/ui/icons.ts'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { PupilSubtitle } from '../panel/pupil-subtitle.tsx'
import { fileTables, pupils } from '../pupil-calls.ts'
import classes from './duplicates.module.css'
import { FieldChoice } from './field-choice.tsx'
import { differingFields, mergedFields, type Side, type Sides, sideFor } from './merge-choice.ts'

type ComparePairProps = { readonly ids: readonly [PupilId, PupilId] }

export function ComparePair({ ids }: ComparePairProps) {
  const say = useSay(pupilsMessages)
  const left = useFresh(fileTables, { id: ids[0] }, pupils.file)
  const right = useFresh(fileTables, { id: ids[1] }, pupils.file)
  if (left === 'loading' || right === 'loading') return <Skeleton shape="fields" />
  if (!left.ok || !right.ok) return <Banner tone="info">{say('pupil.not-found')}</Banner>
  return <Compared files={[left.value, right.value]} />
}

function Compared({ files }: { readonly files: readonly [PupilFile, PupilFile] }) {
  const say = useSay(enrolMessages)
  const pair = [files[0].pupil, files[1].pupil] as const
  const [keep, setKeep] = useState<Side>(0)
  const [sides, setSides] = useState<Sides>({})
  const { problem, merge } = useMerge(files)
  const fields = differingFields(...pair)
  const result = mergedFields(pair, sides, keep)
  const name = displayName(result)
  return (
    <>
      <Segments
        label={say('keep-this')}
        value={`${keep}`}
        onChange={(side) => setKeep(side === '0' ? 0 : 1)}
        options={[
          { value: '0', label: say('keep-of', { name: `${files[0].name} (1)` }) },
          { value: '1', label: say('keep-of', { name: `${files[1].name} (2)` }) },
        ]}
      />
      <div className={classes.heads}>
        {files.map((file, index) => (
          <div key={file.pupil.id}>
            <strong>
              {index + 1}. {file.name}
            </strong>
            <p className="muted">
              <PupilSubtitle file={file} />
            </p>
            <LinkButton onClick={() => go({ screen: 'pupil', id: file.pupil.id })}>
              {say('open-file')}
            </LinkButton>
          </div>
        ))}
      </div>
      {fields.length === 0 && <p>{say('same')}</p>}
      <div className={classes.fields}>
        {fields.map((field) => (
          <FieldChoice
            key={field}
            field={field}
            pair={pair}
            side={sides[field] ?? sideFor(field, pair, keep)}
            onChoose={(side) => setSides({ ...sides, [field]: side })}
          />
        ))}
      </div>
      {problem && (
        <Banner tone="alert" isNews>
          {problem}
        </Banner>
      )}
      <div>
        <Button kind="primary" icon={IconUsers} onClick={() => void merge(keep, result)}>
          {say('merge', { name })}
        </Button>
      </div>
    </>
  )
}

function useMerge(files: readonly [PupilFile, PupilFile]) {
  const say = useSay(enrolMessages)
  const sayRefusal = useSay(pupilsMessages)
  const [problem, setProblem] = useState<string | null>(null)
  async function merge(keep: Side, fields: ReturnType<typeof mergedFields>) {
    const answer = await pupils.merge({
      keep: files[keep].pupil.id,
      drop: files[keep === 0 ? 1 : 0].pupil.id,
      fields,
    })
    setProblem(settle(answer, sayRefusal, say('merged', { name: displayName(fields) })))
  }
  return { problem, merge }
}
