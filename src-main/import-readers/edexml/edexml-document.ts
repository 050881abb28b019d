import { limits } from '../limits.ts'
import type { Problems } from '../problems.ts'
import { readXml, type XmlNode } from '../xml-records.ts'

/** The records of an EDEXML file as they stand in it, in the order of the file. */
export type EdexmlDocument = {
  readonly file: string
  readonly school: XmlNode
  readonly groups: readonly XmlNode[]
  readonly sets: readonly XmlNode[]
  readonly pupils: readonly XmlNode[]
  readonly staff: readonly XmlNode[]
}

const containers = new Set(['EDEX', 'EDEX/groepen', 'EDEX/leerlingen', 'EDEX/leerkrachten'])

const records = {
  'EDEX/school': 'school',
  'EDEX/groepen/groep': 'groups',
  'EDEX/groepen/samengestelde_groep': 'sets',
  'EDEX/leerlingen/leerling': 'pupils',
  'EDEX/leerkrachten/leerkracht': 'staff',
} as const
const isRecord = (path: string): path is keyof typeof records => Object.hasOwn(records, path)

/** Elements that the 2.1 schema knows inside a record; an unknown one is told and not taken. */
const known: ReadonlySet<string> = new Set(
  `schooljaar peildatum brincode dependancecode schoolkey instellingsnummer aanmaakdatum auteur
  xsdversie commentaar toevoegingen naam jaargroep omschrijving mutatiedatum achternaam voorvoegsel
  voornamen voorletters-1 roepnaam geboortedatum geslacht start_ondw_jgr3 groep
  samengestelde_groepen samengestelde_groep vestiging gebruikersnaam emailadres fotourl etniciteit
  land land_vader land_moeder sofinummer bsn onderwijsnummer bsn_ondwnr-4 rijksregisternummer
  gewicht_nieuw gewicht postcodenl postnummerbe postcodeoverig instroomdatum uitstroomdatum groepen
  rol rolomschrijving`.split(/\s+/),
)

/** Known elements whose content Balie does not keep: by the manual's own privacy rules, or no use. */
const unused: ReadonlySet<string> = new Set(
  `start_ondw_jgr3 vestiging fotourl etniciteit land land_vader land_moeder bsn_ondwnr-4
  gewicht_nieuw gewicht`.split(/\s+/),
)

/** Takes the document apart; refuses what is no EDEXML. Vendor blocks are told once each. */
export function readEdexmlDocument(file: string, text: string, problems: Problems): EdexmlDocument {
  const found: Record<(typeof records)[keyof typeof records], XmlNode[]> = {
    school: [],
    groups: [],
    sets: [],
    pupils: [],
    staff: [],
  }
  readXml({ file, text, problems, judge, take, passBy })
  const [school] = found.school
  if (!school) return problems.refuse('element-missing', { file, line: null, field: 'school' })
  if (found.pupils.length === 0) return problems.refuse('no-pupils', { file, field: 'leerling' })
  return { ...found, file, school }

  function judge(path: string, { name, line }: XmlNode) {
    if (name === 'toevoegingen' || path === 'EDEX/vestigingen') return 'skip'
    if (containers.has(path)) return 'enter'
    if (isRecord(path)) return 'keep'
    if (path.split('/').length <= 3 && !path.startsWith('EDEX/school/')) {
      return problems.refuse('element-unknown', { file, line, field: name })
    }
    if (!known.has(name)) problems.warnOnce('element-unknown', { file, line, field: name })
    else if (unused.has(name)) problems.warnOnce('extra-skipped', { file, line, field: name })
    return known.has(name) ? 'enter' : 'skip'
  }

  function take(path: string, node: XmlNode) {
    if (!isRecord(path)) return
    const list = found[records[path]]
    list.push(node)
    if (list.length > limits.records) problems.refuse('too-large', { file, line: node.line })
  }

  function passBy({ name, line, attributes }: XmlNode) {
    if (name !== 'blok') return
    problems.warnOnce('extra-skipped', { file, line, field: attributes.get('xsi:type') ?? name })
  }
}

/** The text of a child element; empty when there is none. */
export function textOf(node: XmlNode, name: string): string {
  return childOf(node, name)?.text ?? ''
}

export const childOf = (node: XmlNode, name: string) =>
  node.children.find((child) => child.name === name)

/** Space around a key does not count (handleiding 2.1, page 10). */
export const keyOf = (node: XmlNode) => (node.attributes.get('key') ?? '').trim()
