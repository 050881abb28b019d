import type { ImportSource } from '#shared/imports/import-source.ts'
import { peek } from '../decode-text.ts'
import type { Problems } from '../problems.ts'
import { cleanText } from '../read-values.ts'
import type { Reader } from '../readers.ts'
import type { SourceFile } from '../source-file.ts'
import { readJsonRegister } from './pages/json-register.ts'
import { refOf, textOf, whereOf } from './part.ts'
import { readKinds } from './people/person-kinds.ts'
import { readGroups } from './people/ss12000-groups.ts'
import { createMayKeep, readGuardians } from './people/ss12000-guardians.ts'
import { readHouseholds } from './people/ss12000-households.ts'
import { readPupils } from './people/ss12000-pupils.ts'
import { readStaff } from './people/ss12000-staff.ts'
import type { Register } from './register.ts'
import { isCsvForm, readCsvRegister } from './tables/csv-register.ts'

/**
 * SS 12000, the Swedish standard: pages of JSON as its API gives them, or the tables with which
 * schools hand the same to Skolverket's national tests. Nobody is ended for not being in them.
 */
export const ss12000Reader: Reader = {
  format: 'ss12000',
  recognises: (files) => files.some(isJsonPage) || isCsvForm(files),
  read: readSs12000,
}

const telling =
  `givenName|familyName|civicNo|groupType|groupMemberships|dutyRole|dutyAt|activityType
  |organisationType|schoolUnitCode|enroledAt|deletedEntities|persons|groups|duties`.replace(
    /\s/g,
    '',
  )
const tellingName = new RegExp(`"(${telling})"\\s*:`)
const pageName =
  /(^|\/)(persons?|groups?|dut(y|ies)|activit(y|ies)|organisations?|deleted)\w*[^/]*\.json$/i

/** A schema describes the standard and is no school's data. */
function isJsonPage(file: SourceFile): boolean {
  const text = peek(file)
  if (!/^\uFEFF?\s*[{[]/.test(text) || /"\$(schema|id)"\s*:/.test(text)) return false
  return tellingName.test(text) || (pageName.test(file.name) && /"data"\s*:/.test(text))
}

function readSs12000(files: readonly SourceFile[], problems: Problems): ImportSource {
  const pages = files.filter(isJsonPage)
  const isJson = pages.length > 0
  const register = isJson ? readJsonRegister(pages, problems) : readCsvRegister(files, problems)
  if (isJson) {
    for (const file of files) {
      if (!pages.includes(file)) problems.warn('file-not-listed', { file: file.name })
    }
  }
  const known = readKinds(register, problems)
  const groups = readGroups(register, problems)
  const pupils = readPupils(register, known, problems)
  const levels = new Map(pupils.map(({ key, protection }) => [key, protection ?? 0]))
  const mayKeep = createMayKeep(register, (pupil) => levels.get(pupil) ?? 0, problems)
  const source = {
    ...readSchool(register, problems),
    groups,
    pupils,
    staff: readStaff(register, known, problems),
    guardians: readGuardians(register, known, mayKeep, problems),
    households: readHouseholds(register, known, mayKeep, problems),
  }
  if (source.pupils.length + source.groups.length + source.staff.length === 0) {
    problems.refuse('no-pupils', { file: (isJson ? pages : files)[0]?.name ?? '' })
  }
  const version = isJson ? '2020' : 'DNP'
  return { format: 'ss12000', version, schoolYear: null, isDelta: true, ...source }
}

/** The one unit where pupils are enrolled; several are told, since Balie keeps one school. */
function readSchool({ enrolments, organisations }: Register, problems: Problems) {
  const used = new Set(enrolments.map(({ part }) => refOf(part, 'enroledAt')))
  const schools = [...organisations.byId].filter(([id]) => used.has(id))
  const [only, second] = schools.length > 0 ? schools : [...organisations.byId]
  if (second && schools.length > 1) {
    const [, part] = second
    const value = textOf(part, 'displayName')
    problems.warn('several-schools', { ...whereOf(part, 'id'), value })
  }
  if (!only || second) return { schoolName: null, schoolNumber: null }
  const [, part] = only
  return {
    schoolName: cleanText(textOf(part, 'displayName')),
    schoolNumber: cleanText(textOf(part, 'schoolUnitCode')),
  }
}
