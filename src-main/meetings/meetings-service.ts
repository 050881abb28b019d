import { fitOf } from '#shared/meetings/fit.ts'
import type { MeetingsContract } from '#shared/meetings/meetings-contract.ts'
import { languageOfCountry } from '#shared/platform/language.ts'
import type { Service } from '../platform/database.ts'
import { schools } from '../school/school-table.ts'
import { roundPaper } from './paper/round-paper.ts'
import { createPlanning } from './planning/planning-service.ts'
import { readSheet } from './read-sheet.ts'
import { invitePupils } from './rounds/invite-pupils.ts'
import { roundCommands } from './rounds/round-commands.ts'
import { listRounds, roundPage } from './rounds/round-page.ts'
import { resourceCommands } from './rounds/save-resource.ts'
import { talkCommands } from './talks/talk-commands.ts'

/** Rounds of parent meetings. */
export const createMeetings = (): Service<MeetingsContract> => ({
  list: (db, _input, caller) => listRounds(db, caller),
  find: (db, { roundId }, caller) => roundPage(db, roundId, caller),
  fit(db, { roundId }) {
    const sheet = readSheet(db, roundId)
    return sheet && fitOf(sheet)
  },
  paper(db, { roundId, kind }, caller) {
    const page = roundPage(db, roundId, caller)
    const school = db.select().from(schools).get()
    if (!page || !school) return null
    return roundPaper({ db, page, school, language: languageOfCountry[school.country] }, kind)
  },
  invite: invitePupils,
  ...roundCommands,
  ...resourceCommands,
  ...talkCommands,
  ...createPlanning(),
})
