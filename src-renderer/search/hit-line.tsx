import type { SearchHit } from '#shared/search/search-contract.ts'
import { searchMessages } from '#shared/search/search-messages.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import {
  type Icon,
  IconArrowRight,
  IconCircleDashed,
  IconLogout,
  IconPhone,
  IconUser,
  IconUserCog,
  IconUsers,
  IconUsersGroup,
} from '../platform/ui/icons.ts'
import { StatusTag } from '../platform/ui/signs/status-tag.tsx'
import { Marked } from './marked.tsx'
import classes from './palette.module.css'

const icons: Record<SearchHit['kind'], Icon> = {
  pupil: IconUser,
  guardian: IconUsers,
  contact: IconPhone,
  group: IconUsersGroup,
  staff: IconUserCog,
}

/** Who it is, and why it was found: the words as they stand in the record. */
export function HitLine({ hit, typed }: { readonly hit: SearchHit; readonly typed: string }) {
  const say = useSay(searchMessages)
  const { phone } = useFormats()
  const { kind, title, context, because } = hit
  const Picture = icons[kind]
  const reason = because.field === 'phone' ? phone(because.text) : because.text
  return (
    <>
      <span className={classes.icon}>
        <Picture size={18} stroke={1.75} aria-hidden />
        <span className="visually-hidden">{say(`kind.${kind}`)}</span>
      </span>
      <span className={classes.words} data-private>
        <span>
          <Marked text={title} typed={typed} />
        </span>
        <small>
          {context}
          {because.field !== 'name' && (
            <>
              {context && ' · '}
              {say(`because.${because.field}`)} <Marked text={reason} typed={typed} />
            </>
          )}
        </small>
      </span>
      <Status status={hit.status} />
    </>
  )
}

const signs = {
  former: { tone: 'neutral', icon: IconLogout },
  future: { tone: 'info', icon: IconArrowRight },
  applicant: { tone: 'leave', icon: IconCircleDashed },
} as const

/** Somebody at school needs no label; whoever is not must not be taken for one who is. */
function Status({ status }: Pick<SearchHit, 'status'>) {
  const say = useSay(searchMessages)
  if (!status || status === 'current') return null
  return <StatusTag {...signs[status]}>{say(`status.${status}`)}</StatusTag>
}
