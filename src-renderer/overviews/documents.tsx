import { type OverviewKind, overviewKinds } from '#shared/overviews/overview.ts'
import { overviewChoiceMessages } from '#shared/overviews/overview-choice-messages.ts'
import { overviewsScreenMessages } from '#shared/overviews/overviews-screen-messages.ts'
import { seesEveryPupil } from '#shared/staff/rights.ts'
import { useSay } from '../platform/language.tsx'
import {
  IconAlertTriangle,
  IconCake,
  IconFileText,
  IconKey,
  IconList,
  IconMail,
  IconPhoto,
} from '../platform/ui/icons.ts'
import { useViewer } from '../platform/viewer.tsx'
import classes from './overviews.module.css'

const icons = {
  'class-overview': IconList,
  'emergency-list': IconAlertTriangle,
  'photo-list': IconPhoto,
  'birthday-list': IconCake,
  'address-labels': IconMail,
  'pupil-sheet': IconFileText,
  'link-letters': IconKey,
} satisfies Record<OverviewKind, unknown>

type DocumentsProps = {
  readonly kind: OverviewKind
  readonly onChange: (kind: OverviewKind) => void
}

/** What can be printed. */
export function Documents({ kind, onChange }: DocumentsProps) {
  const say = useSay(overviewsScreenMessages)
  const sayChoice = useSay(overviewChoiceMessages)
  const viewer = useViewer()
  // A code lets somebody in: letters are the office's.
  const isTheirs = (each: OverviewKind) => each !== 'link-letters' || seesEveryPupil(viewer)
  return (
    <nav className={classes.documents} aria-label={say('documents')}>
      {overviewKinds.filter(isTheirs).map((each) => {
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
