import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  compareSortNames,
  displayName,
  initialsOf,
  sortedByName,
  sortName,
} from '#shared/pupils/person-name.ts'

const anna = { firstName: 'Anna', prefix: 'van den', lastName: 'Berg' }

describe('a name', () => {
  it('is shown as it is spoken', () => {
    assert.equal(displayName(anna), 'Anna van den Berg')
    assert.equal(displayName({ firstName: 'Noor', prefix: null, lastName: '' }), 'Noor')
  })

  it('sorts under B in the Netherlands and under V in Flanders', () => {
    assert.equal(sortName(anna, 'nl'), 'Berg, Anna van den')
    assert.equal(sortName(anna, 'be'), 'Van den Berg, Anna')
    assert.equal(sortName({ ...anna, prefix: 'von' }, 'se'), 'Berg, Anna von')
  })

  it('without a last name sorts under the first', () => {
    assert.equal(sortName({ firstName: 'Noor', prefix: null, lastName: '' }, 'nl'), 'Noor')
  })

  it('has initials, of which the Dutch ij is one', () => {
    assert.deepEqual(
      ['Anna Maria', 'Anne-Marie', 'IJsbrand', 'Émile', '. de Boer'].map(initialsOf),
      ['A.M.', 'A.M.', 'IJ.', 'É.', 'D.B.'],
    )
  })
})

describe('a list of names', () => {
  it('in the Netherlands sees å as a', () => {
    const names = ['Zwart, Bo', 'Åberg, Bo', 'Appel, Bo']

    assert.deepEqual(names.toSorted(compareSortNames('nl')), [
      'Åberg, Bo',
      'Appel, Bo',
      'Zwart, Bo',
    ])
  })

  it('in Sweden puts å, ä and ö last, in that order', () => {
    const names = ['Östlund, Bo', 'Ärlig, Bo', 'Zetterlund, Bo', 'Åberg, Bo', 'Olsson, Bo']

    assert.deepEqual(names.toSorted(compareSortNames('se')), [
      'Olsson, Bo',
      'Zetterlund, Bo',
      'Åberg, Bo',
      'Ärlig, Bo',
      'Östlund, Bo',
    ])
  })

  it('puts a last name before the longer ones that start with it', () => {
    const rows = ['Bergman, Bo', 'Berg-Smit, Bo', 'Berg Smit, Bo', 'Berg, Zoë', 'berg, Anna']

    const sorted = sortedByName(
      rows.map((name) => ({ sortName: name })),
      'nl',
    )

    assert.deepEqual(
      sorted.map((row) => row.sortName),
      ['berg, Anna', 'Berg, Zoë', 'Berg Smit, Bo', 'Berg-Smit, Bo', 'Bergman, Bo'],
    )
  })
})
