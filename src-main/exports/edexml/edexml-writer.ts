import { exportFileName } from '#shared/exports/export-file-name.ts'
import type { GroupTask } from '#shared/groups/group.ts'
import type { StaffRole } from '#shared/platform/role.ts'
import { keyFor, keyOfSource } from '../export-keys.ts'
import type { ExportedGroup, ExportedSchool, ExportedStaff } from '../exported-school.ts'
import type { Writer } from '../writers.ts'
import { edexmlLosses } from './edexml-losses.ts'
import { nameElements } from './edexml-names.ts'
import { type EdexmlPart, pupilElement } from './edexml-pupil.ts'
import { schoolElement, schoolYearOf } from './edexml-school.ts'
import { jaargroepOfGroup } from './jaargroep.ts'
import { attributes, element, parent } from './xml-text.ts'

/**
 * EDEXML 2.1 (Edustandaard), valid against the schema of which the list of school years was
 * lengthened. Dutch and Flemish schools each have their form of it.
 */
export const edexmlWriter: Writer = {
  format: 'edexml',
  losses: ({ country }) => edexmlLosses(country),
  hasNationalNumbers: true,
  takesProtected: true,
  // The schema takes a school without a number of the ministry by a key of its own.
  refuses: () => null,

  *write(school, { now }) {
    const part = partOf(school)
    const pupils: string[] = []
    for (const pupil of school.pupils) {
      pupils.push(pupilElement(pupil, part))
      yield { done: pupils.length, total: school.pupils.length }
    }
    const lines = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<EDEX xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="EDEXML.structuur.xsd">',
      schoolElement(school, now),
      list(
        'groepen',
        school.groups.map((group) => groupElement(group, part)),
      ),
      list('leerlingen', pupils),
      list(
        'leerkrachten',
        school.staff.map((person) => staffElement(person, part)),
      ),
      '</EDEX>',
    ]
    return {
      name: exportFileName('edexml', school.today, school.school.language),
      mediaType: 'application/xml',
      bytes: new TextEncoder().encode(`${lines.filter(Boolean).join('\n')}\n`),
    }
  },
}

const list = (name: string, elements: readonly string[]) =>
  parent(
    name,
    elements.map((each) => `\n${each}`),
  )

/** A group's key counts with its school year: another year may use it again. */
function partOf(school: ExportedSchool): EdexmlPart {
  const groups = new Map(school.groups.map((group) => [group.id, group]))
  const source = `edexml ${schoolYearOf(school)}`
  return {
    country: school.school.country,
    today: school.today,
    groups,
    groupKey: (id) => keyFor(groups.get(id) ?? { id, keys: [] }, source),
    households: new Map(school.households.map((household) => [household.id, household])),
  }
}

function groupElement({ id, fields }: ExportedGroup, { groupKey, country }: EdexmlPart): string {
  const { kind, name, yearGrades } = fields
  const own = attributes({ key: groupKey(id) })
  const title = element('naam', name, 64)
  if (kind === 'set') return `<samengestelde_groep${own}>${title}</samengestelde_groep>`
  const year = element('jaargroep', jaargroepOfGroup(yearGrades, country))
  return `<groep${own}>${title}${year}</groep>`
}

const rolesOfStaff: Readonly<Record<StaffRole, string>> = {
  office: 'ADM',
  principal: 'DIR',
  teacher: 'LRK',
  ict: 'ICT',
}
const rolesInGroup: Readonly<Record<GroupTask, string>> = { teacher: 'LRK', assistant: 'OWA' }

function staffElement(person: ExportedStaff, { groups, groupKey }: EdexmlPart): string {
  const { fields } = person
  const tasks = person.groups.map(({ groupId, task }) => {
    const name = groups.get(groupId)?.fields.kind === 'set' ? 'samengestelde_groep' : 'groep'
    const role = element('rol', rolesInGroup[task])
    return `<${name}${attributes({ key: groupKey(groupId) })}>${role}</${name}>`
  })
  const inside = [
    ...nameElements(fields),
    element('gebruikersnaam', fields.userName, 64),
    element('emailadres', fields.email),
    element('rol', rolesOfStaff[fields.role]),
    parent('groepen', tasks),
  ]
  const own = { key: keyFor(person, 'edexml'), eckid: keyOfSource(person, 'eckid') }
  return `<leerkracht${attributes(own)}>${inside.join('')}</leerkracht>`
}
