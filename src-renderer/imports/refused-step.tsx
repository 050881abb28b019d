import { importsMessages } from '#shared/imports/imports-messages.ts'
import { useSay } from '../platform/language.tsx'
import { Section } from '../platform/ui/page/page.tsx'
import { Banner } from '../platform/ui/signs/banner.tsx'
import type { ImportStep } from './imports-store.ts'
import { ProblemList } from './problem-list.tsx'

type RefusedStepProps = { readonly step: Extract<ImportStep, { at: 'refused' }> }

/** The file as a whole cannot be taken: says so, why, and that nothing changed. */
export function RefusedStep({ step: { refusal, problems } }: RefusedStepProps) {
  const say = useSay(importsMessages)
  return (
    <>
      <Banner tone="alert" isNews>
        {say(refusal)}
      </Banner>
      {problems.length > 0 && (
        <Section title={say('problems')}>
          <ProblemList problems={problems} />
        </Section>
      )}
    </>
  )
}
