import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { endingOfFormat, exportFileName } from '#shared/exports/export-file-name.ts'
import type {
  ExportedFile,
  ExportRefusal,
  ExportRequest,
} from '#shared/exports/exports-contract.ts'
import { exportsMessages } from '#shared/exports/exports-messages.ts'
import { dayAt } from '#shared/platform/day.ts'
import { speak } from '#shared/platform/messages.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import { timeZoneOfCountry } from '#shared/school/school.ts'
import type { Desk } from './desk.ts'
import type { DeskHandlers } from './desk-handlers.ts'

type Made = Result<Omit<ExportedFile, 'bytes'>, ExportRefusal>

/** Puts an export where the user picks: the place is asked first, so that whoever turns back there has exported nothing. */
export function saveHandlers(
  desk: Desk,
  window: () => BrowserWindow,
): Pick<DeskHandlers, 'saveExport'> {
  async function askWhere({ format }: ExportRequest) {
    const { language, country } = desk.state()
    const today = dayAt(new Date().toISOString(), timeZoneOfCountry[country ?? 'nl'])
    const say = speak(exportsMessages, language)
    const { canceled, filePath } = await dialog.showSaveDialog(window(), {
      title: say('save-title'),
      defaultPath: exportFileName(format, today, language),
      filters: [{ name: say(`format.${format}`), extensions: [endingOfFormat[format]] }],
    })
    return canceled || !filePath ? null : filePath
  }

  return {
    async saveExport(request) {
      const place = await askWhere(request)
      if (!place) return refuse('save.cancelled')
      const reply = await desk.ask({ kind: 'call', path: 'exports.make', input: request })
      if (!reply.ok) throw new Error(reply.message)
      const made: Made = JSON.parse(reply.json)
      if (!made.ok) return made
      if (!reply.bytes) throw new Error('The export has no bytes')
      const isWritten = await writeWhole(place, reply.bytes)
      return isWritten ? ok({ fileName: basename(place) }) : refuse('save.failed')
    },
  }
}

/** Beside it first: a full disk must not leave half a file in the place of a good one. */
async function writeWhole(place: string, bytes: Uint8Array) {
  const beside = `${place}.${randomUUID().slice(0, 8)}.part`
  try {
    await writeFile(beside, bytes, { flag: 'wx' })
    await rename(beside, place)
    return true
  } catch {
    await rm(beside, { force: true }).catch(() => {})
    return false
  }
}
