import type { ImportProblem } from '#shared/imports/import-source.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { useSay } from '../platform/language.tsx'
import { Section } from '../platform/ui/page/page.tsx'
import { Banner } from '../platform/ui/signs/banner.tsx'
import { ProblemList } from './problem-list.tsx'

/** The file as a whole cannot be taken: says so, why, and that nothing changed. */
export function RefusedStep({ problems }: { readonly problems: readonly ImportProblem[] }) {
  const say = useSay(importsMessages)
  return (
    <>
      <Banner tone="alert" isNews>
        {say('import.refused')}
      </Banner>
      <Section title={say('problems')}>
        <ProblemList problems={problems} />
      </Section>
    </>
  )
}
