import { useState } from 'react'
import type { FamilyFile } from '#shared/families/families-contract.ts'
import { familiesContract } from '#shared/families/families-contract.ts'
import { familyScreenMessages } from '#shared/families/family-screen-messages.ts'
import { homeMessages } from '#shared/families/home-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import { useSay } from '../platform/language.tsx'
import { go } from '../platform/routes.ts'
import { Button, LinkButton } from '../platform/ui/button.tsx'
import { IconEyeOff, IconPlus, IconUsers } from '../platform/ui/icons.ts'
import { Section } from '../platform/ui/page/page.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { useMay } from '../platform/viewer.tsx'
import { homesElsewhere, livingAt } from './family/living.ts'
import { families, familyTables } from './family-calls.ts'
import { AddGuardian } from './guardian/add-guardian.tsx'
import { GuardianCard } from './guardian/guardian-card.tsx'
import { LinkGuardian } from './guardian/link-guardian.tsx'
import { AddHome } from './home/add-home.tsx'
import classes from './home/home.module.css'
import { HouseholdCard } from './home/household-card.tsx'

/** The tab Gezin of a pupil's file: where it lives, with whom, and who may what. */
export function PupilFamily({ file }: { readonly file: PupilFile }) {
  const input = { pupilId: file.pupil.id }
  const answer = useFresh(familyTables, input, families.file)
  const family = answer !== 'loading' && answer.ok ? answer.value : null
  return (
    <div className={classes.stack}>
      <Homes file={file} family={family} />
      <Guardians file={file} family={family} />
      <Siblings file={file} />
    </div>
  )
}

type PartProps = { readonly file: PupilFile; readonly family: FamilyFile | null }

function Homes({ file, family }: PartProps) {
  const say = useSay(homeMessages)
  const mayAdd = useMay(familiesContract.methods.addHousehold)
  const { households, hidden } = file
  const pupil = { id: file.pupil.id, name: file.name }
  return (
    <Section
      title={say('homes')}
      actions={
        mayAdd &&
        !hidden.address && (
          <AddHome
            pupil={pupil}
            hasHome={households.length > 0}
            known={homesElsewhere(file, family)}
          />
        )
      }
    >
      {hidden.address ? (
        <Hidden by={hidden.address} />
      ) : households.length === 0 ? (
        <p className="muted">{say('homes-none')}</p>
      ) : (
        <div className={classes.cards}>
          {households.map((home) => (
            <HouseholdCard
              key={home.residence.id}
              home={home}
              pupil={pupil}
              isOnly={households.length === 1}
              livesHere={livingAt(home.household.id, file, family)}
            />
          ))}
        </div>
      )}
    </Section>
  )
}

function Hidden({ by }: { readonly by: 'role' | 'protection' }) {
  const say = useSay(uiMessages)
  return (
    <EmptyState
      icon={IconEyeOff}
      title={say(by === 'role' ? 'hidden-for-role' : 'hidden-protected')}
    />
  )
}

function Guardians({ file, family }: PartProps) {
  const say = useSay(homeMessages)
  const mayAdd = useMay(familiesContract.methods.addGuardian)
  const [dialog, setDialog] = useState<'new' | 'known' | null>(null)
  const inOrder = file.guardians.toSorted((a, b) => a.link.contactOrder - b.link.contactOrder)
  const pupil = { id: file.pupil.id, name: file.name }
  const close = () => setDialog(null)
  return (
    <Section
      title={say('guardians')}
      actions={
        mayAdd && (
          <>
            <span data-field="guardian">
              <Button size="small" icon={IconPlus} onClick={() => setDialog('new')}>
                {say('guardian-add')}
              </Button>
            </span>
            <Button size="small" icon={IconUsers} onClick={() => setDialog('known')}>
              {say('link-known')}
            </Button>
          </>
        )
      }
    >
      {inOrder.length === 0 && <p className="muted">{say('guardians-none')}</p>}
      <div className={classes.cards}>
        {inOrder.map((entry) => (
          <GuardianCard
            key={entry.link.id}
            entry={entry}
            pupil={pupil}
            hidden={file.hidden.address}
          />
        ))}
      </div>
      {dialog === 'new' && (
        <AddGuardian
          pupils={family?.pupils ?? [pupil]}
          chosenAtFirst={[pupil.id]}
          homes={file.households.map(({ household }) => household)}
          guardianCount={inOrder.length}
          onClose={close}
        />
      )}
      {dialog === 'known' && (
        <LinkGuardian pupil={pupil} guardianCount={inOrder.length} onClose={close} />
      )}
    </Section>
  )
}

function Siblings({ file }: { readonly file: PupilFile }) {
  const say = useSay(homeMessages)
  const sayFamily = useSay(familyScreenMessages)
  if (file.hidden.address || file.siblings.length === 0) return null
  return (
    <Section
      title={say('siblings')}
      actions={
        <Button
          size="small"
          icon={IconUsers}
          onClick={() => go({ screen: 'family', pupilId: file.pupil.id })}
        >
          {sayFamily('open-family')}
        </Button>
      }
    >
      <ul>
        {file.siblings.map(({ id, name, groupName }) => (
          <li key={id}>
            <LinkButton onClick={() => go({ screen: 'pupil', id, tab: 'family' })}>
              {name}
            </LinkButton>{' '}
            <span className="muted">{groupName}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
