import { useRef, useState } from 'react'
import type { RequestFile } from '#shared/change-requests/change-requests-contract.ts'
import { requestDetailMessages } from '#shared/change-requests/messages/request-detail-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { useShortcuts } from '../../platform/shortcuts.ts'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { AboutRequest } from './about-request.tsx'
import { AnsweredParts } from './answered-parts.tsx'
import { DecideBar } from './decide-bar.tsx'
import classes from './detail.module.css'
import { countOf, isOpenPart, useDrafts } from './drafts.ts'
import { Movers } from './movers.tsx'
import { OpenPart } from './part/part-rows.tsx'
import { useDecide } from './use-decide.ts'

type RequestDetailProps = {
  readonly file: RequestFile
  /** Decided or put off: the next one opens by itself. */
  readonly onDone: () => void
}

/** One request: every field with what stands there and what it becomes, and one button. */
export function RequestDetail({ file, onDone }: RequestDetailProps) {
  const say = useSay(requestDetailMessages)
  const body = useRef<HTMLDivElement>(null)
  const { drafts, change } = useDrafts(file)
  const usual = file.home?.living.filter(({ isUsual }) => isUsual).map(({ id }) => id) ?? []
  const [going, setGoing] = useState({ id: file.id, ids: usual })
  const movers = going.id === file.id ? going.ids : usual
  const { decide, askDocuments, problem } = useDecide({ file, drafts, movers, onDone })
  const open = file.parts.filter(isOpenPart)
  useShortcuts(say('col-take'), [
    { keys: 'a', says: say('key-accept'), run: () => void decide(false) },
    { keys: 'x', says: say('key-reject'), run: () => void decide(true) },
    { keys: 's', says: say('key-later'), run: onDone },
    {
      keys: 'e',
      says: say('key-edit'),
      run: () => body.current?.querySelector<HTMLElement>('[data-edit] button')?.click(),
    },
  ])
  const moves = file.home && open.some(({ tbl }) => tbl === 'households') ? file.home : null
  return (
    <div ref={body} className={classes.detail}>
      <AboutRequest file={file} />
      {open.length > 0 && (
        <table className={classes.parts}>
          <thead className={classes.columns}>
            <tr>
              <th scope="col">{say('col-field')}</th>
              <th scope="col">{say('col-now')}</th>
              <th scope="col">{say('col-asked')}</th>
              <th scope="col">{say('col-take')}</th>
            </tr>
          </thead>
          {open.map((part) => {
            const draft = drafts[part.id]
            return (
              draft && (
                <OpenPart
                  key={part.id}
                  part={part}
                  draft={draft}
                  guardian={file.guardian}
                  onChange={(fields) => change(part.id, fields)}
                />
              )
            )
          })}
        </table>
      )}
      <AnsweredParts parts={file.parts.filter((part) => !isOpenPart(part))} />
      {moves && (
        <Movers
          home={moves}
          going={movers}
          onChange={(ids) => setGoing({ id: file.id, ids: [...ids] })}
        />
      )}
      {problem && (
        <Banner tone="alert" isNews>
          {problem}
        </Banner>
      )}
      {open.length > 0 && (
        <DecideBar
          count={countOf(drafts)}
          isUnchanged={open.every(({ standing }) => standing === 'unchanged')}
          wantsDocument={open.some((part) => part.isRisky && !part.documentSeenAt)}
          onDecide={decide}
          onAskDocuments={askDocuments}
          onLater={onDone}
        />
      )}
    </div>
  )
}
