import { peek } from '../decode-text.ts'
import type { Reader } from '../readers.ts'
import type { SourceFile } from '../source-file.ts'

/**
 * Contact cards, vCard 2.1, 3.0 and 4.0 (RFC 2426 and 6350), one file or a folder of them. What
 * reads them is loaded when it is needed, since its library holds up every other format.
 */
export const vcardReader: Reader = {
  format: 'vcard',
  recognises: (files) => files.some(isVcard),
  async read(files, problems) {
    for (const file of files) {
      if (!isVcard(file)) problems.warnOnce('file-not-listed', { file: file.name })
    }
    const { readContacts } = await import('./contact-source.ts')
    return readContacts(files.filter(isVcard), problems)
  },
}

const isVcard = (file: SourceFile) => /^\s*BEGIN[ \t]*:[ \t]*VCARD/i.test(peek(file).slice(0, 2000))
