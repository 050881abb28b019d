import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { Language } from '#shared/platform/language.ts'

/** How this computer shows Balie before and after sign-in. Holds nothing about people. */
const Look = z.object({
  language: Language,
  theme: z.enum(['system', 'light', 'dark']),
  zoom: z.number().min(0.8).max(2),
  bounds: z.object({
    width: z.number(),
    height: z.number(),
    x: z.number().optional(),
    y: z.number().optional(),
  }),
})
export type Look = z.output<typeof Look>

/** A look that cannot be read is no reason not to start: the plain one is used. */
export function readLook(file: string, systemLocale: string): Look {
  const plain: Look = {
    language: languageOf(systemLocale),
    theme: 'system',
    zoom: 1,
    bounds: { width: 1366, height: 768 },
  }
  if (!existsSync(file)) return plain
  try {
    return Look.parse({ ...plain, ...JSON.parse(readFileSync(file, 'utf8')) })
  } catch {
    return plain
  }
}

/** Losing the look is harmless, so a full or read-only disk is left to the school's file to report. */
export function writeLook(file: string, look: Look) {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(look))
    renameSync(`${file}.new`, file)
  } catch {
    return
  }
}

function languageOf(locale: string): Language {
  const text = locale.toLowerCase()
  if (text.startsWith('nl-be')) return 'nl-BE'
  if (text.startsWith('nl')) return 'nl'
  if (text.startsWith('sv')) return 'sv'
  return 'en'
}
