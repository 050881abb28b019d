import type { SourceGuardian } from '#shared/imports/import-source.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { PlannedPupils } from '../plan/plan-pupils.ts'
import { type Planning, tell } from '../plan/planning.ts'
import { keySource } from './key-source.ts'

/** A guardian of the file with those of the pupils who are known or will be made. */
export type Kin = {
  readonly record: SourceGuardian
  readonly pupilIds: readonly PupilId[]
  /** The file has a child of this guardian, who may be left out or not be decided on yet. */
  readonly hasPupil: boolean
}

/** Ties are named from either side; one that leads to nobody is told and makes nobody. */
export function listKin(planning: Planning, pupils: PlannedPupils): readonly Kin[] {
  const { source } = planning
  const pupilIdsByGuardian = new Map<string, Set<PupilId>>()
  const records = new Map(source.guardians.map((record) => [record.key, record]))
  const tie = (guardian: string, pupilId: PupilId | null) => {
    const own = pupilIdsByGuardian.get(guardian) ?? new Set()
    pupilIdsByGuardian.set(guardian, pupilId ? own.add(pupilId) : own)
  }

  for (const { key, pupilKeys, place } of source.guardians) {
    for (const pupilKey of pupilKeys) {
      const pupilId = pupils.find(pupilKey)
      if (pupilId || pupils.has(pupilKey)) tie(key, pupilId)
      else tell(planning, 'warning', 'key-dangling', { ...place, field: 'pupil', value: pupilKey })
    }
  }
  for (const { key, guardianKeys, place } of source.pupils) {
    for (const guardianKey of guardianKeys) {
      const record = records.get(guardianKey) ?? knownOnly(planning, guardianKey, place)
      if (record) {
        records.set(guardianKey, record)
        tie(guardianKey, pupils.find(key))
      } else {
        tell(planning, 'warning', 'key-dangling', {
          ...place,
          field: 'guardian',
          value: guardianKey,
        })
      }
    }
  }
  return [...records.values()].map((record) => ({
    record,
    pupilIds: [...(pupilIdsByGuardian.get(record.key) ?? [])],
    hasPupil: pupilIdsByGuardian.has(record.key),
  }))
}

/** A guardian whom only the school knows: a delta ties a new pupil to one of its parents. */
function knownOnly(
  { school, source }: Planning,
  key: string,
  place: SourceGuardian['place'],
): SourceGuardian | null {
  const id = school.ownerOf('guardians', keySource(source.format), key)
  const known = id === null ? undefined : school.guardians.get(id)
  if (!known) return null
  return {
    place,
    key,
    keys: [{ source: keySource(source.format), value: key }],
    onlyIfKnown: true,
    firstName: known.firstName,
    prefix: known.prefix,
    lastName: known.lastName,
    email: null,
    phones: [],
    pupilKeys: [],
    relation: 'other',
  }
}
