import type { ImportLine } from '#shared/imports/imports-contract.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { type PupilFile, pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { connect } from '../../platform/client.ts'
import { useFresh } from '../../platform/use-fresh.ts'

const pupils = connect(pupilsContract)

/** What tells one child from another, as fields of the preview. */
export type CandidateFacts = readonly { readonly field: string; readonly value: string }[]

const nothing: ReadonlyMap<string, CandidateFacts> = new Map()

/** What the school has of the pupils a line may be, masks applied; of others the name must do. */
export function useCandidateFacts(line: ImportLine): ReadonlyMap<string, CandidateFacts> {
  const ids = line.kind === 'pupils' ? line.candidates.map(({ id }) => id) : []
  const found = useFresh(['pupils', 'groupMemberships'], ids, readFacts)
  return found === 'loading' ? nothing : found
}

async function readFacts(ids: readonly string[]) {
  const files = await Promise.all(
    ids.map(async (id) => [id, await pupils.file({ id: PupilId.parse(id) })] as const),
  )
  return new Map(files.map(([id, answer]) => [id, answer.ok ? factsOf(answer.value) : []]))
}

function factsOf({ pupil, memberships, hidden }: PupilFile): CandidateFacts {
  const group = memberships.findLast(({ group: { kind } }) => kind === 'class')?.group.name
  const own = hidden.name
    ? []
    : ([
        ['firstName', pupil.firstName],
        ['prefix', pupil.prefix],
        ['lastName', pupil.lastName],
        ['birthDate', pupil.birthDate],
        ['pupilNumber', pupil.pupilNumber],
      ] as const)
  const facts = [...own, ['group', group] as const]
  return facts.flatMap(([field, value]) => (value ? [{ field, value }] : []))
}
