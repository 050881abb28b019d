import { useState } from 'react'
import { enrolMessages } from '#shared/pupils/enrol-messages.ts'
import type { Duplicate } from '#shared/pupils/pupils-contract.ts'
import { pupilsMessages } from '#shared/pupils/pupils-messages.ts'
import { useSay } from '../platform/language.tsx'
import { SelectField } from '../platform/ui/fields/select-field.tsx'
import { IconCircleCheck } from '../platform/ui/icons.ts'
import { Page } from '../platform/ui/page/page.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { ComparePair } from './duplicates/compare-pair.tsx'
import { fileTables, pupils } from './pupil-calls.ts'

/** Files that may be one child, pair by pair; after a merge the next pair comes by itself. */
export function DuplicatesScreen() {
  const say = useSay(enrolMessages)
  const pairs = useFresh(fileTables, {}, pupils.duplicates)
  const [chosen, choose] = useState<string | null>(null)
  if (pairs === 'loading') return <Skeleton />
  const [first] = pairs
  const pair = pairs.find((each) => keyOf(each) === chosen) ?? first
  if (!pair) {
    return (
      <Page title={say('duplicates')} hasBack>
        <EmptyState icon={IconCircleCheck} title={say('duplicates-none')}>
          {say('duplicates-none-text')}
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page
      title={say('duplicates')}
      aside={pairs.length}
      subtitle={say('duplicates-intro')}
      hasBack
      width="reading"
    >
      {pairs.length > 1 && <PairChoice pairs={pairs} pair={pair} onChoose={choose} />}
      <ComparePair key={keyOf(pair)} ids={[pair.pupils[0].id, pair.pupils[1].id]} />
    </Page>
  )
}

const keyOf = ({ pupils: [a, b] }: Duplicate) => `${a.id} ${b.id}`

type PairChoiceProps = {
  readonly pairs: readonly Duplicate[]
  readonly pair: Duplicate
  readonly onChoose: (key: string) => void
}

function PairChoice({ pairs, pair, onChoose }: PairChoiceProps) {
  const say = useSay(enrolMessages)
  const sayPupil = useSay(pupilsMessages)
  return (
    <SelectField
      label={say('pairs-list')}
      value={keyOf(pair)}
      onChange={onChoose}
      options={pairs.map((each) => ({
        value: keyOf(each),
        label: say('pair-of', {
          name: each.pupils[0].name,
          because: sayPupil(`because.${each.because}`),
        }),
      }))}
    />
  )
}
