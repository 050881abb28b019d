import { GroupId } from '#shared/groups/group.ts'
import { schoolDaysScreenMessages } from '#shared/school-days/school-days-screen-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { days } from '../calendar-reads.ts'
import type { ExceptionDraft } from './exception-draft.ts'

/** Says what was done already on the days that are about to change. */
export function TouchedNote({ draft }: { readonly draft: ExceptionDraft }) {
  const say = useSay(schoolDaysScreenMessages)
  const { startsOn, endsOn } = draft
  const groupIds = draft.groupIds?.map((id) => GroupId.parse(id)) ?? null
  const touched = useFresh(['registers'], { startsOn, endsOn, groupIds }, async (asked) => {
    const { startsOn: from, endsOn: until } = asked
    if (!from || !until || until < from) return null
    return days.touched({ startsOn: from, endsOn: until, groupIds: asked.groupIds })
  })
  if (touched === 'loading' || touched === null) return null
  const what = (['registers', 'reports', 'rounds', 'events'] as const)
    .filter((each) => touched[each] > 0)
    .map((each) => say(`touched-${each}`, { count: touched[each] }))
  if (what.length === 0) return null
  return <Banner tone="warn">{say('touched', { what: what.join(', ') })}</Banner>
}
