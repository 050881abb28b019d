import type { FastifyReply } from 'fastify'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { languages } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { pageMessages } from '#shared/platform/page-messages.ts'
import { assetUrl } from './assets.ts'
import type { Visit } from './visit.ts'

const languageNames = { nl: 'Nederlands', 'nl-BE': 'Vlaams', sv: 'Svenska', en: 'English' } as const

type Page = {
  readonly title: string
  readonly status?: number
  readonly content: ReactNode
}

/** Sends a whole page: plain markup that works without any script. */
export function sendPage(
  reply: FastifyReply,
  visit: Visit,
  { title, status = 200, content }: Page,
) {
  const markup = renderToStaticMarkup(
    <Document visit={visit} title={title}>
      {content}
    </Document>,
  )
  return reply.code(status).type('text/html; charset=utf-8').send(`<!doctype html>${markup}`)
}

type DocumentProps = { readonly visit: Visit; readonly title: string; readonly children: ReactNode }

function Document({ visit, title, children }: DocumentProps) {
  const say = speak(pageMessages, visit.language)
  const place = visit.school?.name ?? 'Balie'
  return (
    <html lang={visit.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${place}`}</title>
        <meta name="robots" content="noindex" />
        <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#1a201f" media="(prefers-color-scheme: dark)" />
        <link rel="stylesheet" href={assetUrl('portal.css')} />
        <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
        <link rel="apple-touch-icon" href={assetUrl('icon-256.png')} />
        <link rel="manifest" href="/manifest.webmanifest" />
        <script src={assetUrl('shell.js')} defer />
      </head>
      <body>
        <a className="skip" href="#content">
          {say('skip')}
        </a>
        <Top visit={visit} place={place} />
        <main id="content">{children}</main>
        <Bottom visit={visit} />
      </body>
    </html>
  )
}

function Top({ visit, place }: { readonly visit: Visit; readonly place: string }) {
  const say = speak(pageMessages, visit.language)
  const isIn = visit.session !== null && !visit.session.isHalf
  const current = (path: string) =>
    visit.path === path ? ({ 'aria-current': 'page' } as const) : {}
  return (
    <header className="top">
      <div className="top-inner">
        <a className="mark" href="/">
          <img src={assetUrl('icon.svg')} alt="" width="32" height="32" />
          {place}
        </a>
        {isIn && (
          <nav aria-label={say('menu')}>
            <a className="menu-link" href="/" {...current('/')}>
              {say('children')}
            </a>
            <a className="menu-link" href="/my-sign-in" {...current('/my-sign-in')}>
              {say('my-sign-in')}
            </a>
          </nav>
        )}
      </div>
    </header>
  )
}

/** The switch of language stands on every page, also before anybody signed in. */
function Bottom({ visit }: { readonly visit: Visit }) {
  const say = speak(pageMessages, visit.language)
  const back = encodeURIComponent(visit.path)
  return (
    <footer>
      <nav aria-label={say('languages')}>
        <ul>
          {languages.map((language) => (
            <li key={language} lang={language}>
              {language === visit.language ? (
                <span className="foot-link" aria-current="true">
                  {languageNames[language]}
                </span>
              ) : (
                <a className="foot-link" href={`/language/${language}?back=${back}`}>
                  {languageNames[language]}
                </a>
              )}
            </li>
          ))}
        </ul>
      </nav>
      <a className="foot-link" href="/about">
        {say('about')}
      </a>
    </footer>
  )
}
