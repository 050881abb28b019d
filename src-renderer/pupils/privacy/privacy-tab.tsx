import { consentPurposes } from '#shared/consents/consent.ts'
import { consentAnswersMessages } from '#shared/consents/consent-answers-messages.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import { useSay } from '../../platform/language.tsx'
import { Section } from '../../platform/ui/page/page.tsx'
import classes from '../file/file.module.css'
import { ConsentLine } from './consent-line.tsx'
import { ProtectionSection } from './protection-section.tsx'

/** What the guardians allowed, purpose by purpose, and how far the child is protected. */
export function PrivacyTab({ file }: { readonly file: PupilFile }) {
  const say = useSay(consentAnswersMessages)
  return (
    <div className={classes.columns}>
      <Section title={say('title')}>
        <p className="muted">{say('intro')}</p>
        <ul className={classes.rows}>
          {consentPurposes.map((purpose) => (
            <ConsentLine key={purpose} file={file} purpose={purpose} />
          ))}
        </ul>
      </Section>
      <ProtectionSection file={file} />
    </div>
  )
}
