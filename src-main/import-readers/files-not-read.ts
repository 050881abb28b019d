import type { ImportProblemCode } from '#shared/imports/import-source.ts'
import { peek } from './decode-text.ts'
import type { Problems } from './problems.ts'
import type { SourceFile } from './source-file.ts'

/**
 * Refuses what people pick by mistake with a sentence that says what it is and what to ask for
 * instead. Only where nothing else was chosen: a manual beside an export does no harm.
 */
export function refuseKnownKinds(files: readonly SourceFile[], chosen: string, problems: Problems) {
  const ofPackage = kindOfPackage(files)
  const [first] = files
  if (ofPackage) problems.refuse(ofPackage, { file: chosen })
  const kinds = files.map(kindOf)
  const [code] = kinds
  if (first && code && kinds.every(Boolean)) problems.refuse(code, { file: first.name })
}

/** Word and OpenDocument files are zips; this is what lies in them. */
function kindOfPackage(files: readonly SourceFile[]): ImportProblemCode | null {
  const named = (name: string) => files.find((file) => file.name === name)
  if (named('word/document.xml') || named('ppt/presentation.xml')) return 'document-not-read'
  const mimeType = named('mimetype')
  const type = mimeType && named('content.xml') ? peek(mimeType) : ''
  if (!type.startsWith('application/vnd.oasis.opendocument')) return null
  return type.includes('spreadsheet') ? 'old-spreadsheet' : 'document-not-read'
}

function kindOf(file: SourceFile): ImportProblemCode | null {
  const head = Buffer.from(file.bytes.subarray(0, 16)).toString('latin1')
  if (documents.some((mark) => mark.test(head))) return 'document-not-read'
  // The container of Office before 2007, for text and tables alike.
  if (head.startsWith('\xD0\xCF\x11\xE0')) {
    return /\.(doc|dot|ppt|msg)$/i.test(file.name) ? 'document-not-read' : 'old-spreadsheet'
  }
  return kindOfXml(peek(file).slice(0, 4000))
}

/** PDF, rich text, and pictures: PNG, JPEG, GIF, BMP, TIFF, WebP, HEIC. */
const documents = [
  /^%PDF-/,
  /^\{\\rtf/,
  /^\x89PNG/,
  /^\xFF\xD8\xFF/,
  /^GIF8/,
  /^BM....\0\0\0\0/s,
  /^(II\*\0|MM\0\*)/,
  /^RIFF....WEBP/s,
  /^....ftyp(heic|heix|mif1|avif)/s,
]

/** By namespace, since the prefix and the envelope around it are each program's own. */
function kindOfXml(head: string): ImportProblemCode | null {
  const [root = ''] = /<(?![?!])[^>]*>/.exec(head.replace(/<!--[\s\S]*?-->/g, '')) ?? []
  if (/^<(\w+:)?dossier[\s>]/.test(root) && /edustandaard\.nl\/oso_gegevensset/.test(root)) {
    return 'oso-not-read'
  }
  const isMessage = /^<(\w+:)?(Envelope|(leerlinggegevens|leerresultaten)_\w+)[\s>]/.test(root)
  return isMessage && /edustandaard\.nl\/leerresultaten/.test(head) ? 'uwlr-not-read' : null
}
