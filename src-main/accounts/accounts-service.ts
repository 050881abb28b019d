import type { AccountsContract } from '#shared/accounts/office/accounts-contract.ts'
import type { Service } from '../platform/database.ts'
import type { Portal } from './code-signs.ts'
import { accountCommands } from './commands/account-commands.ts'
import { codeCommands, readSettings } from './commands/code-commands.ts'
import { requestCommands } from './commands/request-commands.ts'
import { accountFile, accountRows } from './reading/account-rows.ts'
import { requestRows } from './reading/request-rows.ts'

/** How guardians get in: codes, accounts and requests, as the office looks after them. */
export function createAccounts(portal: () => Portal | null): Service<AccountsContract> {
  return {
    list: (db, _input, caller) => accountRows(db, caller),
    file: (db, { linkId }, caller) => accountFile(db, linkId, caller),
    requests: (db, _input, caller) => requestRows(db, caller),
    settings(db) {
      const { codeDays, needsCapitalAndDigit } = readSettings(db)
      const place = portal()
      const shown = place && { url: place.url, hasKey: place.key !== null }
      return { codeDays, needsCapitalAndDigit, portal: shown }
    },
    ...codeCommands(portal),
    ...accountCommands,
    ...requestCommands(portal),
  }
}
