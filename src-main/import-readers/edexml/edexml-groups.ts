import type { SourceGroup } from '#shared/imports/import-source.ts'
import type { Problems } from '../problems.ts'
import { cleanText } from '../read-values.ts'
import type { XmlNode } from '../xml-records.ts'
import { jaargroepen, sortYearGrades, yearGradeOf } from '../year-grades.ts'
import { type EdexmlDocument, keyOf, textOf } from './edexml-document.ts'

export type EdexmlGroups = {
  readonly groups: readonly SourceGroup[]
  /** The key under which a group is known here: layers of a combined group share one. */
  readonly keyFor: (key: string) => string
  /** The year that a pupil of this group is in, when the group says so. */
  readonly yearGradeFor: (key: string) => string | null
}

type Layer = {
  readonly key: string
  readonly code: string
  readonly node: XmlNode
  readonly name: string
}

/** Some systems write a combined group once per year: `K34_lj_3` and `K34_lj_4`, with one name. */
const layered = /^(.+)_lj_([A-Z\d]{1,2})$/i

/** Groups of both kinds. A group lives one school year at most, so its key is remembered with it. */
export function readGroups(
  document: EdexmlDocument,
  schoolYear: string | null,
  isFlemish: boolean,
  problems: Problems,
): EdexmlGroups {
  const keySource = `edexml ${schoolYear ?? ''}`.trim()
  const layers = readNodes(document, [...document.groups, ...document.sets], problems)
  const merged = layersByBase(layers)
  const groups = new Map<string, SourceGroup>()
  const baseOf = new Map<string, string>()
  const gradeOf = new Map<string, string | null>()

  for (const { key, code, node, name } of layers) {
    const base = merged.get(key) ?? key
    const grade = yearGradeOf(code, isFlemish)
    const known = groups.get(base)
    baseOf.set(key, base)
    gradeOf.set(key, grade)
    // The combined group itself has no one year; its layers do.
    if (base !== key && !gradeOf.has(base)) gradeOf.set(base, null)
    groups.set(base, {
      place: known?.place ?? { file: document.file, line: node.line },
      key: base,
      keys: base.startsWith('#') ? [] : [{ source: keySource, value: base }],
      onlyIfKnown: false,
      name,
      kind: node.name === 'groep' ? 'class' : 'set',
      yearGrades: sortYearGrades([...(known?.yearGrades ?? []), ...(grade ? [grade] : [])]),
      schoolYear: null,
    })
  }
  return {
    groups: [...groups.values()],
    keyFor: (key) => baseOf.get(key) ?? looseBase(key, groups) ?? key,
    yearGradeFor: (key) => gradeOf.get(key) ?? layerGrade(key, isFlemish),
  }
}

function readNodes(
  document: EdexmlDocument,
  nodes: readonly XmlNode[],
  problems: Problems,
): Layer[] {
  const seen = new Set<string>()
  return nodes.flatMap((node) => {
    const where = { file: document.file, line: node.line, kind: 'groups' } as const
    const key = keyOf(node)
    if (key === '') {
      problems.leaveOut('value-missing', { ...where, field: 'key' })
      return []
    }
    if (seen.has(key)) {
      problems.leaveOut('key-repeated', { ...where, field: 'key', value: key })
      return []
    }
    seen.add(key)
    const name = cleanText(textOf(node, 'naam'))
    if (!name) problems.warn('group-unnamed', { ...where, field: 'naam', value: key })
    const code = textOf(node, 'jaargroep').trim()
    const isKnown = code === '' || jaargroepen.has(code)
    if (!isKnown) problems.warn('value-invalid', { ...where, field: 'jaargroep', value: code })
    return [{ key, node, name: name ?? key, code: isKnown && code !== '' ? code : 'C' }]
  })
}

/** Which keys are layers of one group: the same code before the suffix, and the same name. */
function layersByBase(layers: readonly Layer[]): ReadonlyMap<string, string> {
  const merged = new Map<string, string>()
  const nameOf = new Map<string, string>()
  for (const { key, node, name } of layers) {
    const [, base] = layered.exec(key) ?? []
    if (!base || node.name !== 'groep') continue
    if ((nameOf.get(base) ?? name) !== name) continue
    nameOf.set(base, name)
    merged.set(key, base)
  }
  return merged
}

/** A pupil may name the layer while the file lists the group without layers. */
function looseBase(key: string, groups: ReadonlyMap<string, unknown>): string | null {
  const [, base] = layered.exec(key) ?? []
  return base && groups.has(base) ? base : null
}

function layerGrade(key: string, isFlemish: boolean): string | null {
  const [, , code] = layered.exec(key) ?? []
  return code && jaargroepen.has(code) ? yearGradeOf(code, isFlemish) : null
}
