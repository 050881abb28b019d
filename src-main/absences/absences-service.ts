import type { AbsencesContract } from '#shared/absences/absences-contract.ts'
import type { Service } from '../platform/database.ts'
import { changeSettings, settings } from './absence-settings.ts'
import { decide, finishDay, logCall, notify } from './follow-up/act.ts'
import { followUp } from './follow-up/follow-up.ts'
import { dayOverview, today } from './overview/day-overview.ts'
import { marksOf } from './overview/marks-of.ts'
import { listRegisters } from './registers/list-registers.ts'
import { openRegister } from './registers/open-register.ts'
import { seat } from './registers/seats.ts'
import { close, mark, remind, reopen } from './registers/write-register.ts'
import { listReports } from './reports/list-reports.ts'
import { presentAgain, report, setEvidence, withdraw } from './reports/report.ts'

/** Who is at school: registers, reports, and finding whoever nobody knows where they are. */
export const absencesService: Service<AbsencesContract> = {
  listRegisters,
  openRegister,
  mark,
  close,
  reopen,
  remind,
  seat,
  report,
  withdraw,
  presentAgain,
  setEvidence,
  listReports,
  followUp,
  logCall,
  decide,
  notify,
  finishDay,
  dayOverview,
  marksOf,
  today,
  settings,
  changeSettings,
}
