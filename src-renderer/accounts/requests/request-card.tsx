import { useId, useState } from 'react'
import type { AccessRequestRow, Candidate } from '#shared/accounts/office/accounts-contract.ts'
import { accessRequestMessages } from '#shared/accounts/office/words/access-request-messages.ts'
import { officeMessages } from '#shared/accounts/office/words/office-messages.ts'
import type { GuardianLinkId } from '#shared/families/guardian.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { IconCheck, IconX } from '../../platform/ui/icons.ts'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { accounts } from '../account-calls.ts'
import classes from '../accounts.module.css'

type RequestCardProps = {
  readonly request: AccessRequestRow
  readonly onDecline: () => void
}

/** Who asks and for which child, beside what the school knows: one key when all of it fits. */
export function RequestCard({ request, onDecline }: RequestCardProps) {
  const say = useSay(accessRequestMessages)
  const sayOffice = useSay(officeMessages)
  const { day } = useFormats()
  const [chosen, choose] = useState<GuardianLinkId | null>(request.best)
  const { id, ownName, childName, birthDate, email, phone, madeAt, candidates } = request
  const name = candidates
    .flatMap(({ guardians }) => guardians)
    .find(({ linkId }) => linkId === chosen)?.name

  async function accept() {
    if (!chosen) return
    const answer = await accounts.acceptRequest({ id, linkId: chosen })
    void toast(
      answer.ok
        ? { text: say('approved'), undo: 'last' }
        : { text: sayOffice(answer.refusal), tone: 'alert' as const },
    )
  }
  return (
    <article className={classes.request} aria-label={say('asks', { name: ownName })}>
      <h2>{say('asks', { name: ownName })}</h2>
      <dl className={classes.facts} data-private>
        <dt>{say('child')}</dt>
        <dd>{childName}</dd>
        <dt>{say('born')}</dt>
        <dd>{day(birthDate)}</dd>
        <dt>{say('email')}</dt>
        <dd>{email}</dd>
        {phone && (
          <>
            <dt>{say('phone')}</dt>
            <dd>{phone}</dd>
          </>
        )}
      </dl>
      <p className="muted">{say('asked-on', { day: day(madeAt.slice(0, 10)) })}</p>
      {candidates.length === 0 && <Banner tone="info">{say('nobody-fits')}</Banner>}
      {candidates.map((candidate) => (
        <CandidateChoice
          key={candidate.pupilId}
          candidate={candidate}
          chosen={chosen}
          onChoose={choose}
        />
      ))}
      {chosen && <p>{say('approve-text', { email })}</p>}
      <div className={classes.buttons}>
        <Button kind="primary" icon={IconCheck} disabled={!chosen} onClick={() => void accept()}>
          {name ? say('approve', { name }) : say('approve-nobody')}
        </Button>
        <Button icon={IconX} onClick={onDecline}>
          {say('decline')}
        </Button>
      </div>
    </article>
  )
}

type CandidateProps = {
  readonly candidate: Candidate
  readonly chosen: GuardianLinkId | null
  readonly onChoose: (linkId: GuardianLinkId) => void
}

function CandidateChoice({ candidate, chosen, onChoose }: CandidateProps) {
  const say = useSay(accessRequestMessages)
  const sayOffice = useSay(officeMessages)
  const group = useId()
  const { name, groupName, fits, guardians } = candidate
  return (
    <fieldset className={classes.candidates}>
      <legend>
        {[name, groupName].filter(Boolean).join(' · ')} – {say(`fits.${fits}`)}
      </legend>
      {guardians.map((guardian) => {
        const { linkId, closed, hasAccount, isSameName, isSameEmail, isSamePhone } = guardian
        const known = [
          closed && sayOffice(`closed.${closed}`),
          hasAccount && say('has-account'),
          isSameName && say('same-name'),
          isSameEmail && say('same-email'),
          isSamePhone && say('same-phone'),
        ]
        return (
          <label key={linkId} className={classes.choice}>
            <input
              type="radio"
              name={group}
              checked={chosen === linkId}
              disabled={closed !== null}
              onChange={() => onChoose(linkId)}
            />
            <span>
              {guardian.name}
              <small>{known.filter(Boolean).join(' · ')}</small>
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
