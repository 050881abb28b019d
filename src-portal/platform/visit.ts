import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Language, languages } from '#shared/platform/language.ts'
import type { PortalParts } from './portal-parts.ts'
import { listSchools, type School } from './schools.ts'
import { isSameText, makeToken } from './secrets.ts'
import { findSession, type Session } from './sessions.ts'

/** Who looks at a page: in which language, at which school, and whether somebody is signed in. */
export type Visit = {
  readonly language: Language
  /** Null when the portal has several schools and the visitor chose none. */
  readonly school: School | null
  readonly session: Session | null
  /** Goes into every form, so that no other site can send one. */
  readonly formToken: string
  /** Where a change of language leads back to. */
  readonly path: string
}

// The prefix binds a cookie to this host, to TLS and to the whole site: no neighbour can set it.
const sessionCookie = '__Host-balie'
const formCookie = '__Host-balie-form'
const schoolCookie = '__Host-balie-school'
const languageCookie = '__Host-balie-language'
const cookieRules = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const
const year = 31_536_000

export async function readVisit(
  parts: PortalParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Visit> {
  const { cookies } = request
  const session = await findSession(parts, cookies[sessionCookie])
  const school = await chooseSchool(parts, request, reply, session)
  const known = cookies[formCookie]
  const seed = known && known.length === 43 ? known : makeToken()
  if (seed !== known) reply.setCookie(formCookie, seed, cookieRules)
  return {
    language: languageOf(request, school),
    school,
    session,
    formToken: parts.secrets.mark('form', `${seed} ${session?.id ?? ''}`),
    path: request.method === 'GET' ? request.url : (request.routeOptions.url ?? '/'),
  }
}

/** The school of who is signed in, of the link that was followed, that was chosen, or the only one. */
async function chooseSchool(
  { database }: PortalParts,
  request: FastifyRequest,
  reply: FastifyReply,
  session: Session | null,
) {
  const schools = await listSchools(database)
  const find = (id: unknown) => schools.find((each) => each.id === id)
  const asked = find(Object(request.query).school)
  if (asked) reply.setCookie(schoolCookie, asked.id, { ...cookieRules, maxAge: year })
  const [only] = schools.length === 1 ? schools : []
  return find(session?.schoolId) ?? asked ?? find(request.cookies[schoolCookie]) ?? only ?? null
}

function languageOf(request: FastifyRequest, school: School | null): Language {
  const chosen = Language.safeParse(request.cookies[languageCookie])
  if (chosen.success) return chosen.data
  const accepted = (request.headers['accept-language'] ?? '').split(',')
  const wanted = accepted.map((each) => each.split(';')[0]?.trim().toLowerCase() ?? '')
  for (const each of wanted) {
    const found = languages.find((language) => language.toLowerCase() === each)
    // A Flemish school speaks Flemish to whose browser says no more than Dutch.
    if (found === 'nl' && school?.language === 'nl-BE') return 'nl-BE'
    if (found) return found
    const wide = languages.find((language) => each.startsWith(`${language}-`))
    if (wide) return wide
  }
  return school?.language ?? 'nl'
}

/** A form of our own pages: the browser says where it came from, and it holds the visitor's token. */
export function isOwnForm(
  { publicUrl }: PortalParts,
  visit: Visit,
  request: FastifyRequest,
): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin !== undefined && origin !== publicUrl && !isSameHost(origin, request.host))
    return false
  return isSameText(String(Object(request.body).form ?? ''), visit.formToken)
}

function isSameHost(origin: string, host: string) {
  return URL.canParse(origin) && new URL(origin).host === host
}

export const keepSession = (reply: FastifyReply, cookie: string) =>
  reply.setCookie(sessionCookie, cookie, cookieRules)
export const dropSession = (reply: FastifyReply) => reply.clearCookie(sessionCookie, cookieRules)
export const keepLanguage = (reply: FastifyReply, language: Language) =>
  reply.setCookie(languageCookie, language, { ...cookieRules, maxAge: year })

/** A path of this site, or the start: nobody is led elsewhere by a link that somebody made up. */
export const ownPath = (asked: unknown) =>
  typeof asked === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(asked) && !asked.includes('\\')
    ? asked
    : '/'
