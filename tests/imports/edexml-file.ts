/** What a test says about a pupil: element names of EDEXML, and its keys. */
export type PupilElements = Readonly<Record<string, string>> & { readonly key?: string }

type Wanted = {
  readonly version?: string
  readonly schoolYear?: string
  /** Inside `school`, after the school year. */
  readonly school?: string
  readonly groups?: string
  readonly pupils: readonly PupilElements[]
  readonly staff?: string
}

/** An EDEXML file of the school year in which the test school lives. */
export function anEdexml({
  version = '2.1',
  schoolYear = '2026-2027',
  school = '<brincode>99ZZ</brincode>',
  groups = '',
  pupils,
  staff = '',
}: Wanted): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<EDEX xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<school><schooljaar>${schoolYear}</schooljaar>${school}<xsdversie>${version}</xsdversie></school>`,
    groups && `<groepen>${groups}</groepen>`,
    `<leerlingen>${pupils.map(pupilXml).join('\n')}</leerlingen>`,
    staff && `<leerkrachten>${staff}</leerkrachten>`,
    '</EDEX>',
  ]
    .filter(Boolean)
    .join('\n')
}

/** `groep` is an attribute in the format; all else is an element with text. */
function pupilXml({ key = 'P1', eckid, groep, xml = '', ...elements }: PupilElements) {
  const id = eckid ? ` eckid="${xmlText(eckid)}"` : ''
  const inner = Object.entries(elements).map(
    ([name, text]) => `<${name}>${xmlText(text ?? '')}</${name}>`,
  )
  const group = groep ? `<groep key="${xmlText(groep)}"/>` : ''
  return `<leerling key="${xmlText(key)}"${id}>${inner.join('')}${group}${xml}</leerling>`
}

const xmlText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

export const aClass = (key: string, name: string, jaargroep = '4') =>
  `<groep key="${key}"><naam>${name}</naam><jaargroep>${jaargroep}</jaargroep></groep>`

export const aSet = (key: string, name: string) =>
  `<samengestelde_groep key="${key}"><naam>${name}</naam></samengestelde_groep>`
