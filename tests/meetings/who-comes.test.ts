import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { GuardianId } from '#shared/families/guardian.ts'
import { PartyId, TalkId } from '#shared/meetings/talk.ts'
import { type InvitedPupil, whoComes } from '#shared/meetings/who-comes.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { linkId } from '../../src-main/platform/ids.ts'
import { numbered } from '../builders/school.ts'
import { aRound, els, piet } from './a-round.ts'

const mother = GuardianId.parse(numbered(1))
const father = GuardianId.parse(numbered(2))
const stepfather = GuardianId.parse(numbered(3))
const elder = PupilId.parse(numbered(11))
const younger = PupilId.parse(numbered(12))

const ids = {
  party: (guardianIds: readonly string[]) => PartyId.parse(linkId('p', ...guardianIds)),
  talk: (...parts: readonly string[]) => TalkId.parse(linkId('t', ...parts)),
}

const aPupil = (
  id: typeof elder,
  homes: readonly (readonly [typeof mother, string | null])[],
  teacher = els,
): InvitedPupil => ({
  id,
  birthDate: id === elder ? '2016-01-01' : '2019-01-01',
  guardians: homes.map(([guardianId, householdId]) => ({ guardianId, householdId })),
  teachers: [{ resourceId: teacher, staffId: teacher }],
  separated: null,
})

const partiesOf = ({ parties }: ReturnType<typeof whoComes>) =>
  parties.map(({ guardianIds }) => guardianIds)

describe('who comes to a round', () => {
  it('is a home together, with all its children', () => {
    const homes = [
      [mother, 'a'],
      [father, 'a'],
    ] as const
    const made = whoComes(aRound(), [aPupil(elder, homes), aPupil(younger, homes, piet)], ids)

    assert.deepEqual(partiesOf(made), [[mother, father]])
    assert.equal(made.talks.length, 2)
    assert.equal(new Set(made.talks.map(({ partyId }) => partyId)).size, 1)
  })

  it('is each separated guardian, or both where the round or the family says so', () => {
    const pupil = aPupil(elder, [
      [mother, 'a'],
      [father, 'b'],
    ])

    const each = whoComes(aRound(), [pupil], ids)
    const both = whoComes(aRound({ separated: 'together' }), [pupil], ids)
    const own = whoComes(aRound(), [{ ...pupil, separated: 'together' }], ids)

    assert.deepEqual(partiesOf(each), [[mother], [father]])
    assert.equal(each.talks.length, 2)
    assert.deepEqual(partiesOf(both), [[mother, father]])
    assert.deepEqual(partiesOf(own), [[mother, father]])
  })

  it('never has one person in two places: half-siblings share the party of their home', () => {
    const made = whoComes(
      aRound(),
      [
        aPupil(elder, [
          [mother, 'a'],
          [father, 'b'],
        ]),
        aPupil(younger, [
          [mother, 'a'],
          [stepfather, 'a'],
        ]),
      ],
      ids,
    )

    assert.deepEqual(partiesOf(made), [[mother, stepfather], [father]])
    assert.equal(made.talks.length, 3)
  })

  it('is one talk a household with one teacher, named after the eldest', () => {
    const homes = [[mother, 'a']] as const
    const made = whoComes(
      aRound({ per: 'household' }),
      [aPupil(younger, homes), aPupil(elder, homes)],
      ids,
    )

    assert.deepEqual(
      made.talks.map(({ pupilId, alsoPupilIds }) => [pupilId, ...alsoPupilIds]),
      [[elder, younger]],
    )
  })

  it('names the pupils for whom nobody can come, and those without a teacher', () => {
    const nobody = { ...aPupil(younger, [[mother, 'a']]), teachers: [] }
    const made = whoComes(aRound(), [aPupil(elder, []), nobody], ids)

    assert.deepEqual([made.withoutGuardian, made.withoutTeacher], [[elder], [younger]])
    assert.equal(made.talks.length, 0)
  })
})
