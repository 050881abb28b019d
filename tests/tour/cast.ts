import type { Page } from 'playwright'
import { foldText } from '#shared/platform/fold-text.ts'
import type { PupilRow } from '#shared/pupils/pupils-contract.ts'
import { ask } from './stage.ts'

/** Whom the tour is about, chosen from whoever lives in this practice school. */
export async function chooseCast(window: Page) {
  const rows = await ask<readonly PupilRow[]>(window, 'pupils.list', {})
  const present = rows.filter(({ status }) => status === 'current')
  const open = present.filter((row) => !row.isProtected && row.phone && row.address)
  const accented = oneOf(open, ({ name }) => /[^\x20-\x7e]/.test(lastWord(name)))
  return {
    accented: { ...accented, typed: foldText(lastWord(accented.name)) },
    caller: callerOf(oneOf(open, ({ phone, id }) => isOnly(open, phone) && id !== accented.id)),
    hidden: oneOf(present, ({ isProtected }) => isProtected),
  }
}

const lastWord = (name: string) => name.split(' ').at(-1) ?? name

const isOnly = (rows: readonly PupilRow[], phone: string | null) =>
  rows.filter((row) => row.phone?.slice(-4) === phone?.slice(-4)).length === 1

const callerOf = (row: PupilRow) => ({ ...row, digits: row.phone?.slice(-4) ?? '' })

function oneOf(rows: readonly PupilRow[], fits: (row: PupilRow) => boolean) {
  const found = rows.find(fits)
  if (!found) throw new Error('The practice school lacks somebody the tour wants to meet')
  return found
}
