import type { RequestFile } from '#shared/change-requests/change-requests-contract.ts'
import { requestDetailMessages } from '#shared/change-requests/messages/request-detail-messages.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { Button, LinkButton } from '../../platform/ui/button.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { useAskWords } from '../use-ask-words.ts'
import classes from './detail.module.css'

/** Who asks this, for which children, and what to know before looking at it. */
export function AboutRequest({ file }: { readonly file: RequestFile }) {
  const say = useSay(requestDetailMessages)
  const sayFamily = useSay(familyFieldsMessages)
  const words = useAskWords()
  const { moment } = useFormats()
  const { relation } = file.guardian
  const who = relation
    ? `${file.guardianName} (${sayFamily(`relation.${relation}`)})`
    : file.guardianName
  const at = moment(file.madeAt)
  const sentence =
    file.source === 'portal'
      ? say('sent', { who, at })
      : say('on-paper', { who, at, by: file.enteredBy ?? '' })
  const others = file.others.map(({ name }) => name).join(', ')
  const [first] = file.children
  return (
    <header className={classes.head}>
      <h2 className={classes.title} data-private>
        {file.children.map(({ id, name, groupName }, index) => (
          <span key={id}>
            {index > 0 && ', '}
            <LinkButton onClick={() => go({ screen: 'pupil', id })}>{name}</LinkButton>
            {groupName && <small> {groupName}</small>}
          </span>
        ))}
      </h2>
      <p className={classes.sent} data-private>
        <strong>{words.tab(file.tab)}</strong> · {sentence}{' '}
        {others && say('for-also', { names: others })}
      </p>
      {!file.guardian.hasAuthority && <Banner tone="warn">{say('no-authority')}</Banner>}
      {file.isLocked && (
        <Banner
          tone="warn"
          action={
            first && (
              <Button onClick={() => go({ screen: 'pupil', id: first.id })}>
                {say('open-file')}
              </Button>
            )
          }
        >
          {say('locked')}
        </Banner>
      )}
    </header>
  )
}
