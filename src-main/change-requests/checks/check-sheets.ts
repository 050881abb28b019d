import { inArray } from 'drizzle-orm'
import type { PaperField } from '#shared/change-requests/change-requests-contract.ts'
import type { DataCheck } from '#shared/change-requests/data-check.ts'
import type { CheckedGuardian, CheckSheets } from '#shared/change-requests/data-checks-contract.ts'
import { askWords } from '#shared/change-requests/messages/ask-words.ts'
import { checkSheetMessages } from '#shared/change-requests/messages/check-sheet-messages.ts'
import { showPhone } from '#shared/families/phone-display.ts'
import { escapeHtml } from '#shared/platform/escape-html.ts'
import type { Country, Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { guardians } from '../../families/families-table.ts'
import type { Context, ReadDb } from '../../platform/database.ts'
import { fontFaces } from '../../platform/print-fonts.ts'
import { pupils } from '../../pupils/pupils-table.ts'
import { schools } from '../../school/school-table.ts'
import { paperFields } from '../deciding/paper-fields.ts'

type Asked = { readonly check: DataCheck; readonly asked: readonly CheckedGuardian[] }

/**
 * A sheet for each guardian in their own language: what the school knows, room for what it should be,
 * and the code by which the office finds it back. A protected family gets none: its data stay off
 * paper. Health data stay off it too.
 */
export function checkSheets(db: ReadDb, { check, asked }: Asked, caller: Context): CheckSheets {
  const school = db.select().from(schools).get()
  if (!school) throw new Error('There is no school yet.')
  const open = asked.filter(({ children }) => !hasProtected(db, children))
  const languages = languagesOf(db, open)
  const pages = open.map((guardian) => {
    const language = languages.get(guardian.guardianId) ?? school.language
    return sheet(db, { guardian, check, school: school.name, language }, caller)
  })
  const title = speak(checkSheetMessages, school.language)('title')
  return {
    title: `${title} · ${check.name}`,
    html: `<!doctype html><html lang="${school.language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${fontFaces}${styles}</style></head><body>${pages.join('')}</body></html>`,
    count: pages.length,
    leftOut: asked.length - pages.length,
  }
}

function hasProtected(db: ReadDb, children: CheckedGuardian['children']) {
  const ids = children.map(({ id }) => id)
  const found = db.select().from(pupils).where(inArray(pupils.id, ids)).all()
  return found.some(({ protectionLevel }) => protectionLevel > 0)
}

function languagesOf(db: ReadDb, asked: readonly CheckedGuardian[]) {
  const wanted = new Set(asked.map(({ guardianId }) => guardianId))
  const { id, language } = guardians
  const found = db.select({ id, language }).from(guardians).all()
  return new Map(
    found.filter((each) => wanted.has(each.id)).map((each) => [each.id, each.language]),
  )
}

type Sheet = {
  readonly guardian: CheckedGuardian
  readonly check: DataCheck
  readonly school: string
  readonly language: Language
}

function sheet(db: ReadDb, { guardian, check, school, language }: Sheet, caller: Context): string {
  const say = speak(checkSheetMessages, language)
  const day = dayIn(language)
  const { guardianId, children, name, code } = guardian
  const asking = { guardianId, pupilIds: children.map(({ id }) => id) }
  const fields = paperFields(db, asking, caller).filter(
    ({ tab, act }) => tab !== 'medical' && act === 'set',
  )
  const parts = Map.groupBy(fields, ({ tab }) => tab)
  const e = escapeHtml
  const tables = [...parts].map(([tab, own]) =>
    table(tab, own, { language, country: caller.country }),
  )
  return `<section><header><div><h1>${e(say('title'))}</h1><p>${e(school)} · ${e(check.name)}</p></div>
<div class="code"><small>${e(say('code'))}</small><b>${e(code)}</b></div></header>
<p>${e(say('dear', { name }))}</p><p>${e(say('ask', { day: day(check.endsOn), school }))}</p>
<p class="right"><span class="box"></span>${e(say('all-right'))}</p>${tables.join('')}
<p class="signed">${e(say('signed'))}:</p></section>`
}

type Words = { readonly language: Language; readonly country: Country }

function table(
  tab: PaperField['tab'],
  fields: readonly PaperField[],
  { language, country }: Words,
) {
  const say = speak(checkSheetMessages, language)
  const words = askWords(language, {
    day: dayIn(language),
    phone: (number) => showPhone(number, country),
  })
  const e = escapeHtml
  const rows = fields.map((field) => {
    const label = words.label(`${field.tbl}.${field.field}`)
    const of = field.of ? ` <small>${e(field.of)}</small>` : ''
    const known = words.value(field, field.now)
    const shown = known === null ? `<i>${e(say('unknown'))}</i>` : e(known)
    return `<tr><th>${e(label)}${of}</th><td>${shown}</td><td class="line"></td></tr>`
  })
  return `<table><caption>${e(words.tab(tab))}</caption><thead><tr><th>${e(say('what'))}</th><th>${e(say('known'))}</th><th>${e(say('better'))}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const dayIn = (language: Language) => (text: string) =>
  text.length === 10
    ? new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${text}T00:00:00Z`),
      )
    : text

const styles = `
@page { size: A4; margin: 14mm 15mm 14mm; }
html { font: 9.4pt/1.4 Inter, 'Segoe UI', system-ui, sans-serif; color: #1b2321; }
body, h1, p { margin: 0; }
section + section { break-before: page; }
header { display: flex; justify-content: space-between; align-items: end; gap: 8mm;
  border-bottom: .5mm solid #0e6070; padding-bottom: 2mm; margin-bottom: 4mm; }
h1 { font-size: 16pt; font-weight: 650; }
.code { text-align: end; } .code b { display: block; font-size: 15pt; letter-spacing: .12em; }
small { color: #4d5854; font-size: 7.6pt; font-weight: 400; }
p + p { margin-top: 2mm; }
.right { font-weight: 600; margin: 3mm 0; display: flex; gap: 2mm; align-items: center; }
.box { width: 4.4mm; height: 4.4mm; border: .4mm solid #1b2321; }
table { width: 100%; border-collapse: collapse; margin-top: 4mm; }
caption { text-align: start; font-weight: 650; font-size: 10.5pt; padding-bottom: 1mm; }
thead th { font-size: 7.6pt; font-weight: 600; color: #4d5854; border-bottom: .25mm solid #858d87; }
th, td { text-align: start; vertical-align: top; padding: 1.2mm 2mm 1.2mm 0; font-weight: 400;
  width: 30%; overflow-wrap: anywhere; }
tbody tr { break-inside: avoid; } tbody tr > * { border-bottom: .2mm solid #d9dcd7; }
.line { width: 40%; } i { color: #4d5854; }
.signed { margin-top: 8mm; border-top: .25mm solid #858d87; padding-top: 2mm; min-height: 14mm; }
`
