import { useState } from 'react'
import { type FamilyFile, familiesContract } from '#shared/families/families-contract.ts'
import { familiesMessages } from '#shared/families/families-messages.ts'
import { familyScreenMessages } from '#shared/families/family-screen-messages.ts'
import { homeMessages } from '#shared/families/home-messages.ts'
import { useSay } from '../platform/language.tsx'
import { go, type RouteOf } from '../platform/routes.ts'
import { Button } from '../platform/ui/button.tsx'
import { IconInfoCircle, IconLock, IconPlus, IconUsersGroup } from '../platform/ui/icons.ts'
import { Page, Section } from '../platform/ui/page/page.tsx'
import { Banner } from '../platform/ui/signs/banner.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { useMay } from '../platform/viewer.tsx'
import { ChildLines } from './family/child-lines.tsx'
import { GuardianSummaries } from './family/guardian-summaries.tsx'
import { guardiansOf, homesOf, housematesOf } from './family/living.ts'
import { WhoGetsWhat } from './family/who-gets-what.tsx'
import { families, familyTables } from './family-calls.ts'
import { AddGuardian } from './guardian/add-guardian.tsx'
import classes from './home/home.module.css'
import { HouseholdCard } from './home/household-card.tsx'

/** One family: its homes side by side, its children, and who gets what of which child. */
export function FamilyFileScreen({ route }: { readonly route: RouteOf<'family'> }) {
  const say = useSay(familyScreenMessages)
  const sayRefusal = useSay(familiesMessages)
  const { pupilId } = route
  const answer = useFresh(familyTables, { pupilId }, (input) => families.file(input))
  if (answer === 'loading') return <Skeleton shape="tiles" rows={4} />
  if (answer.ok) return <FamilyPage family={answer.value} />
  return (
    <Page title={say('not-found')} hasBack>
      <EmptyState
        icon={IconUsersGroup}
        title={sayRefusal(answer.refusal)}
        action={<Button onClick={() => go({ screen: 'families' })}>{say('families')}</Button>}
      />
    </Page>
  )
}

function FamilyPage({ family }: { readonly family: FamilyFile }) {
  const say = useSay(familyScreenMessages)
  const sayHome = useSay(homeMessages)
  const mayAdd = useMay(familiesContract.methods.addGuardian)
  const [isAdding, setAdding] = useState(false)
  const homes = homesOf(family.pupils)
  const guardians = guardiansOf(family.pupils)
  const isHidden = homes.length === 0 && family.pupils.some(({ isProtected }) => isProtected)
  return (
    <Page
      title={say('family-of', { name: family.name })}
      hasBack
      actions={
        mayAdd && (
          <Button icon={IconPlus} onClick={() => setAdding(true)}>
            {sayHome('guardian-add')}
          </Button>
        )
      }
    >
      <Section title={say('children')}>
        <ChildLines pupils={family.pupils} />
      </Section>
      <Section title={sayHome('homes')}>
        {isHidden && (
          <Banner tone="warn" icon={IconLock}>
            {say('parts-hidden')}
          </Banner>
        )}
        {homes.length === 0 && !isHidden && <p className="muted">{sayHome('homes-none')}</p>}
        <div className={classes.cards}>
          {homes.map((home) => (
            <HouseholdCard
              key={home.household.id}
              home={home}
              pupil={null}
              isOnly={homes.length === 1}
              livesHere={housematesOf(home.household.id, family.pupils)}
            />
          ))}
        </div>
      </Section>
      <Section title={sayHome('guardians')}>
        <GuardianSummaries family={family} />
      </Section>
      <Section title={say('who-gets')}>
        <WhoGetsWhat family={family} />
      </Section>
      {mayAdd && homes.length === 1 && guardians.length > 1 && (
        <Banner tone="info" icon={IconInfoCircle}>
          {say('split-hint')}
        </Banner>
      )}
      {isAdding && (
        <AddGuardian
          pupils={family.pupils}
          chosenAtFirst={family.pupils.map(({ id }) => id)}
          homes={homes.map(({ household }) => household)}
          guardianCount={guardians.length}
          onClose={() => setAdding(false)}
        />
      )}
    </Page>
  )
}
