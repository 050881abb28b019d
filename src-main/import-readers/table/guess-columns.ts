import type { TableField } from '#shared/imports/table-fields.ts'
import { type Looks, looks } from './cell-looks.ts'
import { fieldsByColumn } from './fields-by-column.ts'
import { foldHeader } from './fold-header.ts'
import { readHeader } from './read-header.ts'

export type GuessedColumn = {
  readonly field: TableField | null
  /** From 0, not known, to 1, certain. */
  readonly confidence: number
}

/** From here on a column is relied upon without asking. */
export const isSure = (confidence: number) => confidence >= 0.6

/** What each column means, by its name and by what its cells look like. */
export function guessColumns(
  headers: readonly (string | null)[],
  columns: readonly Looks[],
): GuessedColumn[] {
  const meanings = headers.map((header) => (header === null ? null : readHeader(header)))
  const fields = fieldsByColumn(meanings, columns)
  const isOfPupils =
    fields.some(({ field }) => field !== null && ofPupils.test(field)) ||
    meanings.some((each) => each !== null && each !== 'not-stored' && each.whose.kind === 'pupil')
  const isOfOthers =
    !isOfPupils || headers.some((header) => header !== null && ofStaff.test(foldHeader(header)))
  return fields.map(({ field, confidence }, index): GuessedColumn => {
    const column = columns[index]
    if (field === null || !column) {
      const isBare = headers.every((header) => header === null)
      return isBare && column ? guessByLooks(column) : { field: null, confidence: 0 }
    }
    const doubt = isOfOthers && /^pupil\..*[nN]ames?$/.test(field) ? 0.4 : 1
    return { field, confidence: Math.min(doubt, confidence * fit(field, column)) }
  })
}

/**
 * One of these says that the names are those of pupils: a list of names alone may be of anybody. Days
 * of beginning and end say nothing, since courses and holidays have them too.
 */
const ofPupils =
  /^(group\.(name|teacher)|guardian\d\..*|family\..*)$|^pupil\.(birthDate|birthPlace|yearGrade|nationalNumber|pupilNumber|sex|protection|homeLanguages)$/

/** A table with these columns is about people who work at the school. */
const ofStaff =
  /^(teacher (number|id)|staff (number|id)|medewerkernummer|personeelsnummer|medewerker(code|nr)|anstallningsnummer|signatur|lararlegitimation|staffnumber|employee (number|id)|functie|befattning)$/

/** A known name whose cells are something else is a question. An empty column says nothing against it. */
function fit(field: TableField, column: Looks): number {
  const test = expected(field)
  if (!test || column.filled === 0) return 1
  const share = column.share(test)
  return share >= 0.5 ? 1 : share >= 0.2 ? 0.6 : 0.4
}

function expected(field: TableField): RegExp | null {
  const [, what = ''] = field.split('.')
  if (/^(birthDate|startsOn|endsOn)$/.test(what)) return looks.date
  if (what === 'email') return looks.emails
  if (what === 'mobile' || what === 'phone') return looks.phone
  if (what === 'postcode') return looks.postcode
  if (what === 'postcodeAndTown') return looks.postcodeAndTown
  if (what === 'nationalNumber') return looks.national
  if (what === 'sex') return looks.sex
  if (what === 'houseNumber') return looks.houseNumber
  if (/^(firstName|lastName|fullName|prefix|officialNames|initials)$/.test(what)) return looks.name
  if (/^(street|streetLine|town)$/.test(what)) return looks.street
  return null
}

/** Without names of columns: what cannot be much else, as a proposal for whoever is asked. */
function guessByLooks(column: Looks): GuessedColumn {
  if (column.filled === 0) return { field: null, confidence: 0 }
  if (column.share(looks.email) > 0.8) return { field: 'guardian1.email', confidence: 0.3 }
  if (column.share(looks.date) > 0.8 && column.share(/[-/.]/) > 0.8) {
    return { field: 'pupil.birthDate', confidence: 0.5 }
  }
  if (column.share(/^(groep |klas |åk |k|l)?\d{1,2} ?[a-z]?$/i) > 0.8 && !column.isUnique) {
    return { field: 'group.name', confidence: 0.4 }
  }
  if (column.share(/^(m|v|k|man|vrouw|kvinna|jongen|meisje|pojke|flicka)$/i) > 0.8) {
    return { field: 'pupil.sex', confidence: 0.5 }
  }
  return { field: null, confidence: 0 }
}
