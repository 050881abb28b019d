import { groupsContract } from '#shared/groups/groups-contract.ts'
import { groupsMessages } from '#shared/groups/groups-messages.ts'
import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import { pupilListMessages } from '#shared/pupils/pupil-list-messages.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { settleLoose } from '../../platform/settle.ts'
import { IconButton, LinkButton } from '../../platform/ui/button.tsx'
import { IconUsersGroup, IconX } from '../../platform/ui/icons.ts'
import { PopoverButton } from '../../platform/ui/overlays/popover-button.tsx'
import { Section } from '../../platform/ui/page/page.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { useMay } from '../../platform/viewer.tsx'
import { PlaceMany } from '../bulk/place-many.tsx'
import { groups } from '../pupil-calls.ts'
import classes from './file.module.css'

type GroupsSectionProps = { readonly file: PupilFile }
type Membership = PupilFile['memberships'][number]

/** In which groups the pupil is and was. */
export function GroupsSection({ file }: GroupsSectionProps) {
  const say = useSay(pupilFileMessages)
  const mayPlace = useMay(groupsContract.methods.place)
  const newestFirst = file.memberships.toSorted((a, b) =>
    (b.from ?? '').localeCompare(a.from ?? ''),
  )
  return (
    <Section
      title={say('groups-section')}
      actions={
        mayPlace && (
          <span data-field="group">
            <PlaceButton file={file} />
          </span>
        )
      }
    >
      {newestFirst.length === 0 && <p className="muted">{say('groups-none')}</p>}
      <ul className={classes.rows}>
        {newestFirst.map((membership) => (
          <MembershipLine key={membership.id} file={file} membership={membership} />
        ))}
      </ul>
    </Section>
  )
}

function PlaceButton({ file }: GroupsSectionProps) {
  const sayList = useSay(pupilListMessages)
  const offered = useFresh(['groups', 'schoolYears'], { schoolYearId: null }, groups.list)
  return (
    <PopoverButton icon={IconUsersGroup} label={sayList('place-in-group')} size="small" width={360}>
      {(close) => (
        <PlaceMany
          ids={[file.pupil.id]}
          groups={offered === 'loading' ? [] : offered}
          onDone={close}
        />
      )}
    </PopoverButton>
  )
}

type MembershipLineProps = GroupsSectionProps & { readonly membership: Membership }

function MembershipLine({ file, membership }: MembershipLineProps) {
  const say = useSay(pupilFileMessages)
  const sayGroup = useSay(groupsMessages)
  const mayTakeOut = useMay(groupsContract.methods.takeOut)
  const { today } = useFormats()
  const { group, until } = membership
  const isOver = until !== null && until < today()

  async function takeOut() {
    const { name, pupil } = file
    const answer = await groups.takeOut({ pupilId: pupil.id, groupId: group.id, until: today() })
    const done = say('group-taken-out', { name, group: group.name })
    settleLoose(answer, sayGroup, done)
  }
  return (
    <li>
      <span>
        <LinkButton onClick={() => go({ screen: 'groups', id: group.id })}>{group.name}</LinkButton>{' '}
        <span className="muted">{sayGroup(`kind.${group.kind}`)}</span>
      </span>
      <span className="num muted">
        <Period {...membership} />
      </span>
      {mayTakeOut && !isOver && (
        <IconButton
          icon={IconX}
          size="small"
          label={say('group-take-out', { name: group.name })}
          onClick={() => void takeOut()}
        />
      )}
    </li>
  )
}

function Period({ from, until }: Pick<Membership, 'from' | 'until'>) {
  const say = useSay(pupilFileMessages)
  const { day } = useFormats()
  if (from && until) return say('group-period', { from: day(from), until: day(until) })
  if (from) return say('group-since', { from: day(from) })
  return until ? say('group-until', { until: day(until) }) : say('group-always')
}
