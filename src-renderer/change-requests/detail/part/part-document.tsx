import type { PartView } from '#shared/change-requests/change-requests-contract.ts'
import { requestDetailMessages } from '#shared/change-requests/messages/request-detail-messages.ts'
import { useSay } from '../../../platform/language.tsx'
import { CheckboxField } from '../../../platform/ui/fields/choice-field.tsx'
import classes from '../detail.module.css'
import type { PartDraft } from '../drafts.ts'

type PartDocumentProps = {
  readonly part: PartView
  readonly draft: PartDraft
  readonly onChange: (fields: Partial<PartDraft>) => void
}

/** Names, births and medication want a document: the tick says that somebody saw it. */
export function PartDocument({ part, draft, onChange }: PartDocumentProps) {
  const say = useSay(requestDetailMessages)
  if (!part.isRisky || draft.take === false) return null
  return (
    <div className={classes.document}>
      <CheckboxField
        label={say('document-seen')}
        value={draft.document === 'seen' || part.documentSeenAt !== null}
        isDisabled={part.documentSeenAt !== null}
        onChange={(isSeen) => onChange({ document: isSeen ? 'seen' : null })}
      />
    </div>
  )
}
