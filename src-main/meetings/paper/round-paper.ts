import { inArray } from 'drizzle-orm'
import type { PaperKind, RoundPage } from '#shared/meetings/meetings-contract.ts'
import { meetingPaperMessages } from '#shared/meetings/paper-messages.ts'
import { type MeetingParty, type MeetingTalk, placeOf } from '#shared/meetings/talk.ts'
import { clockOf } from '#shared/meetings/times.ts'
import { escapeHtml } from '#shared/platform/escape-html.ts'
import { type Language, languageOfCountry } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import type { School } from '#shared/school/school.ts'
import { guardians } from '../../families/families-table.ts'
import type { ReadDb } from '../../platform/database.ts'
import { fontFaces } from '../../platform/print-fonts.ts'
import { paperStyles } from './paper-styles.ts'

type Paper = {
  readonly db: ReadDb
  readonly page: RoundPage
  readonly school: School
  /** Of the school's own papers; a letter is in the language of who reads it. */
  readonly language: Language
}

/** A document of a round as one HTML page, ready to print. Names are as the caller may know them. */
export function roundPaper(paper: Paper, kind: PaperKind) {
  const say = speak(meetingPaperMessages, paper.language)
  const { round } = paper.page.sheet
  const title = `${round.name} – ${say(`kind.${kind}`)}`
  const bodies: Record<PaperKind, () => string> = {
    teachers: () => perTeacher(paper, schedule),
    doors: () => perTeacher(paper, doorList),
    families: () => letters(paper),
    attendance: () => attendance(paper),
  }
  const body = bodies[kind]() || `<p>${escapeHtml(say('no-talks'))}</p>`
  return {
    title,
    html: `<!doctype html><html lang="${paper.language}"><head><meta charset="utf-8">
<title>${escapeHtml(title)}</title><style>${fontFaces}${paperStyles}</style></head><body>${body}</body></html>`,
  }
}

type Placed = { readonly talk: MeetingTalk; readonly day: string; readonly from: number }

/** Talks that have a time, in the order of time. */
function placed({ page: { sheet } }: Paper, talks: readonly MeetingTalk[]): readonly Placed[] {
  const days = new Map<string, string>(sheet.days.map(({ id, day }) => [id, day]))
  return talks
    .flatMap((talk) => {
      const at = talk.cancelledAt === null ? placeOf(talk.place) : null
      const day = days.get(at?.dayId ?? '')
      return at && day ? [{ talk, day, from: at.from }] : []
    })
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.from - b.from)
}

const cells = (tag: 'td' | 'th', texts: readonly string[]) =>
  `<tr>${texts.map((text) => `<${tag}>${escapeHtml(text)}</${tag}>`).join('')}</tr>`

type OneTeacher = (paper: Paper, talks: readonly Placed[]) => string

/** A page for each teacher, a table for each day. */
function perTeacher(paper: Paper, draw: OneTeacher) {
  const { sheet, names } = paper.page
  return sheet.resources
    .filter(({ kind }) => kind === 'teacher')
    .flatMap(({ id, room }) => {
      const talks = placed(
        paper,
        sheet.talks.filter(({ resourceIds }) => resourceIds.includes(id)),
      )
      if (talks.length === 0) return []
      const head = `<header><h1>${escapeHtml(names.resources[id] ?? '')}</h1>
<p>${escapeHtml([sheet.round.name, room, paper.school.name].filter(Boolean).join(' · '))}</p></header>`
      const byDay = [...Map.groupBy(talks, ({ day }) => day)]
      const tables = byDay.map(
        ([day, own]) => `<h2>${escapeHtml(dayName(day, paper.language))}</h2>${draw(paper, own)}`,
      )
      return [`<section class="sheet">${head}${tables.join('')}</section>`]
    })
    .join('')
}

function schedule({ page: { names }, language }: Paper, talks: readonly Placed[]) {
  const say = speak(meetingPaperMessages, language)
  const rows = talks.map(({ talk, from }) => {
    const pupil = names.pupils[talk.pupilId]
    const texts = [
      `${clockOf(from)}–${clockOf(from + talk.minutes)}`,
      pupil?.name ?? '',
      pupil?.groups ?? '',
      names.parties[talk.partyId] ?? '',
      talk.question ?? '',
      '',
    ]
    return cells('td', texts)
  })
  const head = [say('time'), say('pupil'), say('group'), say('guardians')]
  return `<table class="schedule">${cells('th', [...head, say('question'), say('notes')])}${rows.join('')}</table>`
}

/** Hangs in the corridor: times and first names, and of nobody more. */
function doorList({ page: { names } }: Paper, talks: readonly Placed[]) {
  const rows = talks.map(({ talk, from }) => {
    const name = names.pupils[talk.pupilId]?.name ?? ''
    return cells('td', [clockOf(from), name.split(' ')[0] ?? ''])
  })
  return `<table class="door">${rows.join('')}</table>`
}

function attendance(paper: Paper) {
  const { sheet, names } = paper.page
  const say = speak(meetingPaperMessages, paper.language)
  const talks = placed(paper, sheet.talks)
  const byDay = [...Map.groupBy(talks, ({ day }) => day)]
  const heads = [say('time'), say('pupil'), say('guardians'), say('teacher'), say('came')]
  const tables = byDay.map(([day, own]) => {
    const rows = own.map(({ talk, from }) =>
      cells('td', [
        clockOf(from),
        names.pupils[talk.pupilId]?.name ?? '',
        names.parties[talk.partyId] ?? '',
        names.resources[talk.resourceIds[0] ?? ''] ?? '',
        '☐',
      ]),
    )
    return `<h2>${escapeHtml(dayName(day, paper.language))}</h2><table>${cells('th', heads)}${rows.join('')}</table>`
  })
  if (talks.length === 0) return ''
  return `<section><header><h1>${escapeHtml(sheet.round.name)}</h1><p>${escapeHtml(paper.school.name)}</p></header>${tables.join('')}</section>`
}

/** A letter for each party that comes, in its own language. */
function letters(paper: Paper) {
  const { sheet } = paper.page
  const talksOf = Map.groupBy(sheet.talks, ({ partyId }) => partyId)
  return sheet.parties
    .filter(({ declinedAt }) => declinedAt === null)
    .map((party) => letter(paper, party, talksOf.get(party.id) ?? []))
    .join('')
}

function letter(paper: Paper, party: MeetingParty, talks: readonly MeetingTalk[]) {
  const { sheet, names } = paper.page
  const language = languageOf(paper, party)
  const say = speak(meetingPaperMessages, language)
  const known = placed(paper, talks)
  const lines = known.map(({ talk, day, from }) => {
    const [teacherId = ''] = talk.resourceIds
    const room = sheet.resources.find(({ id }) => id === teacherId)?.room
    return cells('td', [
      dayName(day, language),
      clockOf(from),
      names.pupils[talk.pupilId]?.name ?? '',
      [names.resources[teacherId], room && say('room', { room })].filter(Boolean).join(', '),
    ])
  })
  const hasMore = talks.length > known.length
  return `<section class="sheet letter" lang="${language}"><p class="school">${escapeHtml(paper.school.name)}</p>
<p>${escapeHtml(say('letter-opening', { names: names.parties[party.id] ?? '' }))}</p>
<p>${escapeHtml(say('letter-text', { round: sheet.round.name }))}</p><table>${lines.join('')}</table>
${hasMore ? `<p>${escapeHtml(say('letter-none'))}</p>` : ''}
<p>${escapeHtml(say('letter-closing'))}</p><p>${escapeHtml(say('letter-greeting'))}<br>${escapeHtml(paper.school.name)}</p></section>`
}

function languageOf({ db, language, school }: Paper, { guardianIds }: MeetingParty): Language {
  const found = db
    .select({ language: guardians.language })
    .from(guardians)
    .where(inArray(guardians.id, [...guardianIds]))
    .all()
  const own = found.find((each) => each.language !== null)?.language
  return own ?? languageOfCountry[school.country] ?? language
}

const dayName = (day: string, language: Language) =>
  new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(new Date(`${day}T00:00:00Z`))
