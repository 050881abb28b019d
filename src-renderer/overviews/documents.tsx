import { type OverviewKind, overviewKinds } from '#shared/overviews/overview.ts'
import { overviewChoiceMessages } from '#shared/overviews/overview-choice-messages.ts'
import { overviewsScreenMessages } from '#shared/overviews/overviews-screen-messages.ts'
import { useSay } from '../platform/language.tsx'
import {
  IconAlertTriangle,
  IconCake,
  IconFileText,
  IconList,
  IconMail,
  IconPhoto,
} from '../platform/ui/icons.ts'
import classes from './overviews.module.css'

const icons = {
  'class-overview': IconList,
  'emergency-list': IconAlertTriangle,
  'photo-list': IconPhoto,
  'birthday-list': IconCake,
  'address-labels': IconMail,
  'pupil-sheet': IconFileText,
} satisfies Record<OverviewKind, unknown>

type DocumentsProps = {
  readonly kind: OverviewKind
  readonly onChange: (kind: OverviewKind) => void
}

/** What can be printed. */
export function Documents({ kind, onChange }: DocumentsProps) {
  const say = useSay(overviewsScreenMessages)
  const sayChoice = useSay(overviewChoiceMessages)
  return (
    <nav className={classes.documents} aria-label={say('documents')}>
      {overviewKinds.map((each) => {
        const Picture = icons[each]
        return (
          <button
            key={each}
            type="button"
            className={classes.document}
            aria-current={each === kind ? 'true' : undefined}
            onClick={() => onChange(each)}
          >
            <Picture size={20} stroke={1.75} aria-hidden />
            <span>
              <strong>{sayChoice(`kind.${each}`)}</strong>
              <small>{sayChoice(`about.${each}`)}</small>
            </span>
          </button>
        )
      })}
    </nav>
  )
}
