import { calendarContract } from '#shared/calendar/calendar-contract.ts'
import { calendarScreenMessages } from '#shared/calendar/calendar-screen-messages.ts'
import { deskContract } from '#shared/desk/desk-contract.ts'
import { GroupId, type SchoolYear } from '#shared/groups/group.ts'
import { Day } from '#shared/platform/day.ts'
import { connect } from '../platform/client.ts'
import { useSay } from '../platform/language.tsx'
import { go } from '../platform/routes.ts'
import { saveText } from '../platform/save-text.ts'
import { useShortcuts } from '../platform/shortcuts.ts'
import { toast } from '../platform/toasts.ts'
import { IconDots, IconDownload, IconFileImport, IconPrinter } from '../platform/ui/icons.ts'
import { Menu } from '../platform/ui/overlays/menu.tsx'
import { useMay } from '../platform/viewer.tsx'
import { calendar } from './calendar-reads.ts'

const desk = connect(deskContract)

type CalendarMenuProps = {
  readonly year: SchoolYear
  readonly month: Day
  readonly groupId: string | null
}

/** Paper, PDF and a file for other calendars. */
export function CalendarMenu({ year, month, groupId }: CalendarMenuProps) {
  const say = useSay(calendarScreenMessages)
  const withStaff = useMay(calendarContract.methods.save)
  const ofGroup = groupId === null ? null : GroupId.parse(groupId)

  async function print(kind: 'year' | 'month', as: 'paper' | 'pdf') {
    const from = Day.parse(`${(kind === 'year' ? year.startsOn : month).slice(0, 7)}-01`)
    const page = await calendar.paper({ kind, from, groupId: ofGroup })
    const answer = await desk.printReport({ ...page, as })
    if (answer.ok) void toast({ text: say(as === 'paper' ? 'printed' : 'pdf-saved') })
    else if (answer.refusal === 'print.failed') {
      void toast({ text: say('print.failed'), tone: 'alert' })
    }
  }
  async function save(isForStaff: boolean) {
    const period = { from: year.startsOn, until: year.endsOn }
    const file = await calendar.file({ period, groupId: ofGroup, withStaff: isForStaff })
    saveText(file.text, file.name, 'text/calendar;charset=utf-8')
  }
  useShortcuts(say('views'), [
    { keys: 'mod+p', says: say('print-year'), run: () => void print('year', 'paper') },
  ])
  return (
    <Menu
      label={say('more')}
      icon={IconDots}
      entries={[
        {
          label: say('print-year'),
          icon: IconPrinter,
          keys: 'mod+p',
          onSelect: () => void print('year', 'paper'),
        },
        {
          label: say('print-month'),
          icon: IconPrinter,
          onSelect: () => void print('month', 'paper'),
        },
        {
          label: say('pdf-year'),
          icon: IconDownload,
          onSelect: () => void print('year', 'pdf'),
        },
        { label: say('save-file'), icon: IconDownload, onSelect: () => void save(false) },
        ...(withStaff
          ? [
              {
                label: say('save-file-staff'),
                icon: IconDownload,
                onSelect: () => void save(true),
              },
              {
                label: say('read-file'),
                icon: IconFileImport,
                onSelect: () => go({ screen: 'imports' }),
              },
            ]
          : []),
      ]}
    />
  )
}
