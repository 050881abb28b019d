import { eq } from 'drizzle-orm'
import { codeWord } from '#shared/absences/messages/code-words.ts'
import type { Counter, CounterLine } from '#shared/counters/counter.ts'
import type { CounterReport } from '#shared/counters/counter-rows.ts'
import type { ReportSheet } from '#shared/counters/counters-contract.ts'
import { amountText } from '#shared/counters/words/amounts.ts'
import { counterWords } from '#shared/counters/words/counter-words.ts'
import { sheetWords } from '#shared/counters/words/sheet-words.ts'
import type { Language } from '#shared/platform/language.ts'
import { type Say, speak } from '#shared/platform/messages.ts'
import { hidesName, maskOf, shownName } from '#shared/pupils/mask.ts'
import type { Context, ReadDb } from '../platform/database.ts'
import { type LetterBlock, letterHtml } from '../platform/letter-page.ts'
import { pupils } from '../pupils/pupils-table.ts'
import { schools } from '../school/school-table.ts'
import type { CountedRecord } from './counter-book.ts'
import { staffNames } from './staff-names.ts'

type Given = {
  readonly report: CounterReport
  readonly record: CountedRecord
  /** As it counts now; null when the limit is not reached any more. */
  readonly counter: Counter | null
}

/** What is copied into the government's system, with the whole sum. Of a protected pupil it shows the cover. */
export function reportSheet(db: ReadDb, given: Given, caller: Context): ReportSheet {
  const school = db.select().from(schools).get()
  const language: Language = school?.language ?? 'nl'
  const say = speak(sheetWords, language)
  const title = say(`title.${given.report.kind}`)
  const blocks: LetterBlock[] = [
    { kind: 'facts', facts: factsOf(db, given, { say, language, caller }) },
    { kind: 'heading', text: say('actions') },
    { kind: 'paragraph', text: given.report.actions || say('actions-none') },
    ...(given.counter ? calculation(given.counter, { say, language }) : []),
    { kind: 'note', text: say('not-sent') },
  ]
  const sender = [school?.name ?? '', school?.town ?? '']
  return { title, html: letterHtml(language, title, [{ title, sender, blocks }]) }
}

type Words = { readonly say: Say<typeof sheetWords>; readonly language: Language }

function factsOf(
  db: ReadDb,
  { report, record, counter }: Given,
  { say, language, caller }: Words & { readonly caller: Context },
): readonly (readonly [string, string])[] {
  const school = db.select().from(schools).get()
  const pupil = db.select().from(pupils).where(eq(pupils.id, report.pupilId)).get()
  const isHidden = !pupil || hidesName(pupil) || maskOf(caller, pupil).nationalNumber !== null
  const nameOf = staffNames(db)
  const words = speak(counterWords, language)
  const sent = report.sentOn
    ? say('sent-value', {
        day: report.sentOn,
        to: report.sentTo ?? '',
        name: nameOf(report.sentBy ?? ''),
      })
    : say('sent-not')
  const unit = counter?.unit ?? 'minutes'
  return [
    [say('pupil'), shownName(record.pupil)],
    [say('birthDate'), pupil && !hidesName(pupil) ? (pupil.birthDate ?? '') : say('number-hidden')],
    [say('number'), (isHidden ? null : pupil.nationalNumber) ?? say('number-hidden')],
    [say('group'), record.classes.at(-1)?.groupName ?? ''],
    [say('school'), school?.name ?? ''],
    [say('registration'), school?.registrationNumber ?? ''],
    [say('from'), report.from],
    [say('until'), report.until],
    [say('total'), amountText(report.total, unit, { say: words, language })],
    ...(counter?.deadline ? [[say('deadline'), counter.deadline] as const] : []),
    [say('sent'), sent],
    ['', say('prepared', { name: nameOf(report.preparedBy), day: report.preparedAt.slice(0, 10) })],
  ]
}

function calculation({ lines, unit, total }: Counter, { say, language }: Words): LetterBlock[] {
  const words = speak(counterWords, language)
  const amount = (value: number) =>
    unit === 'minutes'
      ? words('unit.minutes', { count: value })
      : amountText(value, unit, { say: words, language })
  const rowOf = (line: CounterLine) => [
    line.day,
    line.part ? words(`part.${line.part}`) : '',
    [line.kind && words(`spell.${line.kind}`), line.code && codeWord(line.code, [], language)]
      .filter(Boolean)
      .join(' · '),
    words(`why.${line.why}`),
    amount(line.amount),
  ]
  return [
    { kind: 'heading', text: say('lines') },
    {
      kind: 'table',
      head: [
        say('line-day'),
        say('line-part'),
        say('line-what'),
        say('line-why'),
        say('line-amount'),
      ],
      rows: [...lines.map(rowOf), ['', '', '', say('total'), amount(total)]],
    },
  ]
}
