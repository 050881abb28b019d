import type { NoticeChannel } from '#shared/absences/follow-up/absence-notice.ts'
import type { FollowUp } from '#shared/absences/follow-up/follow-up.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { followUpMessages } from '#shared/absences/messages/follow-up-messages.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { IconClock, IconMail, IconMessage } from '../../platform/ui/icons.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { absences } from '../absence-calls.ts'
import classes from '../absences.module.css'

/** Guardians who must hear today: red until it is done. */
export function Untold({ follow }: { readonly follow: FollowUp }) {
  const say = useSay(followUpMessages)
  const sayWord = useSay(absencesMessages)
  const { untold, day } = follow
  async function tell(pupilIds: readonly PupilId[], channel: NoticeChannel) {
    const answer = await absences.notify({ pupilIds: [...pupilIds], day, channel })
    if (!answer.ok) return void toast({ text: sayWord(answer.refusal), tone: 'alert' })
    const key = channel === 'spoken' ? 'told-done' : 'told-count'
    void toast({ text: say(key, { count: answer.value.count }), undo: 'last', isPublic: true })
  }
  const all = untold.map(({ pupilId }) => pupilId)
  return (
    <Section title={say('untold-title')} aside={untold.length}>
      <Banner tone="alert" icon={IconClock}>
        {say('untold-text')}
      </Banner>
      <div className={classes.picker}>
        <Button icon={IconMail} onClick={() => void tell(all, 'mail')}>
          {say('tell-mail')}
        </Button>
        <Button icon={IconMessage} onClick={() => void tell(all, 'sms')}>
          {say('tell-sms')}
        </Button>
      </div>
      <ul className={classes.rows}>
        {untold.map(({ pupilId, name, groupName, guardians }) => (
          <li key={pupilId} className={classes.row}>
            <span className={classes.who} data-private>
              <strong>{name}</strong> {groupName}
              <br />
              <span className="muted">{guardians.map((each) => each.name).join(', ')}</span>
            </span>
            <StatusTag tone="alert" icon={IconClock}>
              {say('state.to-call')}
            </StatusTag>
            <Button
              size="small"
              onClick={() => void tell([pupilId], 'spoken')}
              aria-label={`${say('tell-told')}: ${name}`}
            >
              {say('tell-told')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
