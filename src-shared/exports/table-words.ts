import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { type Authority, authorities, type Relation, relations } from '#shared/families/guardian.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import { type Language, languages } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { type ProtectionLevel, protectionLevels, type Sex, sexes } from '#shared/pupils/pupil.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { exportTableMessages } from './export-table-messages.ts'

// Codes as a table says them, in words of the school's language. What is unknown or usual is an
// empty cell. `read…` takes the words of every language, and answers null to any other.

export const sexWord = (sex: Sex, language: Language) =>
  sex === 'unknown' ? '' : speak(exportTableMessages, language)(`sex.${sex}`)

export const relationWord = (relation: Relation, language: Language) =>
  speak(familyFieldsMessages, language)(`relation.${relation}`)

export const authorityWord = (authority: Authority, language: Language) =>
  authority === 'unknown' ? '' : speak(familyFieldsMessages, language)(`authority.${authority}`)

export const protectionWord = (level: ProtectionLevel, language: Language) =>
  level === 0 ? '' : speak(pupilFieldMessages, language)(`protection.${level}`)

export const readSexWord = readerOf(sexes, sexWord)
export const readRelationWord = readerOf(relations, relationWord)
export const readAuthorityWord = readerOf(authorities, authorityWord)
export const readProtectionWord = readerOf(protectionLevels, protectionWord)

function readerOf<Code>(codes: readonly Code[], word: (code: Code, language: Language) => string) {
  let known: ReadonlyMap<string, Code> | null = null
  return (text: string): Code | null => {
    // Not before somebody asks: most starts of the program read no table.
    known ??= new Map(
      languages.flatMap((language) =>
        codes.map((code) => [foldText(word(code, language)), code] as const),
      ),
    )
    const folded = foldText(text.trim())
    return folded === '' ? null : (known.get(folded) ?? null)
  }
}
