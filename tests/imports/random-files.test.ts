import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importedKinds } from '#shared/imports/import-source.ts'
import { aClass, anEdexml, aSet, type PupilElements } from './edexml-file.ts'
import { anImportingSchool, type ImportingSchool, undo } from './importing-school.ts'

const seeds = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89]

describe('any small file', () => {
  for (const seed of seeds) {
    it(`changes nothing the second time, and is taken back to the last row (seed ${seed})`, async () => {
      using school = anImportingSchool()
      const empty = school.rows()
      const random = randomFrom(seed)
      const first = randomPupils(random)
      const second = shaken(first, random)

      const one = await importTwice(school, first)
      const between = school.rows()
      const two = await importTwice(school, second)

      assert.equal(one.counts.pupils.new, first.length)
      await undo(school, two.actionId)
      assert.deepEqual(school.rows(), between)
      await undo(school, one.actionId)
      assert.deepEqual(school.rows(), empty)
    })
  }
})

async function importTwice(school: ImportingSchool, pupils: readonly PupilElements[]) {
  const file = { 'EDEX.XML': anEdexml({ groups, pupils }) }
  const { report } = await school.import(file)
  const after = school.rows()
  const again = await school.import(file)

  assert.deepEqual(school.rows(), after)
  assert.deepEqual(
    importedKinds.map((kind) => again.report.counts[kind].new + again.report.counts[kind].changed),
    importedKinds.map(() => 0),
  )
  return report
}

const classKeys = ['3A', '4A', '5A']
const groups =
  classKeys.map((key, n) => aClass(key, `Groep ${key}`, String(n + 3))).join('') + aSet('R', 'Plus')

/** Names that collide on purpose: siblings, twins, namesakes and people without a birth date. */
function randomPupils(random: Random): PupilElements[] {
  return Array.from({ length: 4 + random(8) }, (_, n) => ({
    key: `P${n}`,
    achternaam: pick(random, ['Bakker', 'de Vries', 'Öberg', "d'Hondt"]),
    roepnaam: pick(random, ['Noor', 'Noortje', 'Milan', 'Sofie', 'Sophie']),
    ...(random(3) > 0 && { geboortedatum: `2018-0${1 + random(3)}-0${1 + random(2)}` }),
    ...(random(2) > 0 && { geslacht: String(random(3)) }),
    ...(random(3) > 0 && { groep: pick(random, classKeys) }),
    ...(random(3) > 0 && { postcodenl: pick(random, ['3511AB', '1012NX']) }),
    ...(random(3) === 0 && { voorvoegsel: 'van' }),
    ...(random(3) === 0 && { instroomdatum: `202${1 + random(4)}-08-01` }),
    ...(random(4) === 0 && { uitstroomdatum: `2026-0${1 + random(6)}-01` }),
    ...(random(4) === 0 && {
      xml: '<samengestelde_groepen><samengestelde_groep key="R"/></samengestelde_groepen>',
    }),
  }))
}

/** The same school a while later: some left the file, some came, some changed. */
function shaken(pupils: readonly PupilElements[], random: Random): PupilElements[] {
  const others = randomPupils(random).map((pupil, n) => ({ ...pupil, key: `Q${n}` }))
  const kept = pupils.filter(() => random(5) > 0)
  const changed = kept.map(
    (pupil): PupilElements =>
      random(3) === 0 ? { ...pupil, groep: pick(random, classKeys), achternaam: 'Visser' } : pupil,
  )
  return [...changed, ...others.slice(0, 2), { key: 'Z', roepnaam: 'Zoë' }]
}

type Random = (below: number) => number

/** Mulberry32: the same numbers for the same seed on every machine. */
function randomFrom(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const pick = <T>(random: Random, list: readonly [T, ...T[]] | readonly T[]): T => {
  const chosen = list[random(list.length)]
  if (chosen === undefined) throw new Error('Nothing to pick from')
  return chosen
}
