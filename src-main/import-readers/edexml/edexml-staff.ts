import type { SourceStaff } from '#shared/imports/import-source.ts'
import { cleanText, readEmail, readLine } from '../read-values.ts'
import type { XmlNode } from '../xml-records.ts'
import { childOf, keyOf, textOf } from './edexml-document.ts'
import { createKeyJudge, type EdexmlPart } from './edexml-pupils.ts'

/** Roles of those who help in a group and do not lead it; handleiding 2.1, page 10. */
const assistants: ReadonlySet<string> = new Set(['KLA', 'LOS', 'OWA', 'STA', 'OUD'])

/** Roles are never turned into rights: the manual itself advises against it most strongly. */
export function readStaff(nodes: readonly XmlNode[], part: EdexmlPart): SourceStaff[] {
  const { file, groups, problems } = part
  const judge = createKeyJudge('staff', part)
  return nodes.flatMap((node) => {
    const keys = judge(node)
    if (!keys) return []
    const value = (field: string) => ({ text: textOf(node, field), file, line: node.line, field })
    const lastName = readLine(value('achternaam'), problems)
    const initials = cleanText(textOf(node, 'voorletters-1'))
    const firstName =
      readLine(value('roepnaam'), problems) ??
      readLine(value('voornamen'), problems) ??
      (initials ? `${[...initials].join('.')}.` : null)
    if (!lastName && !firstName) {
      problems.leaveOut('value-missing', {
        file,
        line: node.line,
        kind: 'staff',
        field: 'achternaam',
      })
      return []
    }
    return [
      {
        place: { file, line: node.line },
        key: keyOf(node),
        keys,
        onlyIfKnown: false,
        firstName: firstName ?? '',
        prefix: readLine(value('voorvoegsel'), problems),
        lastName: lastName ?? '',
        userName: readLine(value('gebruikersnaam'), problems),
        email: readEmail(value('emailadres'), problems),
        groups: readTasks(node, groups.keyFor),
      },
    ]
  })
}

function readTasks(node: XmlNode, keyFor: (key: string) => string): SourceStaff['groups'] {
  const own = rolesOf(node)
  const taskByGroup = new Map<string, 'teacher' | 'assistant'>()
  for (const group of childOf(node, 'groepen')?.children ?? []) {
    const roles = rolesOf(group).length > 0 ? rolesOf(group) : own
    const isAssistant = roles.length > 0 && roles.every((role) => assistants.has(role))
    taskByGroup.set(keyFor(keyOf(group)), isAssistant ? 'assistant' : 'teacher')
  }
  return [...taskByGroup].map(([groupKey, task]) => ({ groupKey, task }))
}

const rolesOf = (node: XmlNode) =>
  node.children.filter(({ name }) => name === 'rol').map(({ text }) => text.trim())
