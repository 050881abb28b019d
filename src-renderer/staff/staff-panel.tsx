import { useState } from 'react'
import { languages } from '#shared/platform/language.ts'
import { roles } from '#shared/platform/role.ts'
import { schoolMessages } from '#shared/school/school-messages.ts'
import { mayManage } from '#shared/staff/rights.ts'
import type { StaffFields } from '#shared/staff/staff.ts'
import { type StaffRow, staffContract } from '#shared/staff/staff-contract.ts'
import { staffEntryMessages } from '#shared/staff/staff-entry-messages.ts'
import { staffMessages } from '#shared/staff/staff-messages.ts'
import { staffScreenMessages } from '#shared/staff/staff-screen-messages.ts'
import { connect } from '../platform/client.ts'
import { useSay } from '../platform/language.tsx'
import { go } from '../platform/routes.ts'
import { toast } from '../platform/toasts.ts'
import { Button, LinkButton } from '../platform/ui/button.tsx'
import { IconKey, IconMail } from '../platform/ui/icons.ts'
import {
  InlineClearableSelectField,
  InlineSelectField,
  InlineSwitchField,
} from '../platform/ui/inline/inline-choice-field.tsx'
import { InlineFields } from '../platform/ui/inline/inline-shell.tsx'
import { InlineTextField } from '../platform/ui/inline/inline-text-field.tsx'
import { Section } from '../platform/ui/page/page.tsx'
import { SidePanel } from '../platform/ui/page/side-panel.tsx'
import { Portrait } from '../platform/ui/signs/portrait.tsx'
import { useViewer } from '../platform/viewer.tsx'
import { InviteStaff } from './invite-staff.tsx'
import { SetPassword } from './set-password.tsx'
import { SignInTag } from './sign-in-tag.tsx'
import classes from './staff.module.css'

const staff = connect(staffContract)

type StaffPanelProps = { readonly person: StaffRow; readonly onPasswordSet: () => void }

/** One user: what they may do, and who they are. */
export function StaffPanel({ person, onPasswordSet }: StaffPanelProps) {
  const say = useSay(staffScreenMessages)
  const sayStaff = useSay(staffMessages)
  const viewer = useViewer()
  const isReadOnly = !mayManage(viewer, person)
  const sayEntry = useSay(staffEntryMessages)
  const [isSetting, set] = useState(false)
  const [isInviting, invite] = useState(false)
  return (
    <SidePanel
      title={person.name}
      picture={<Portrait name={person.name} />}
      subtitle={
        <>
          <span>{sayStaff(`role.${person.role}`)}</span>
          {viewer.name === person.name && <span>{`(${say('you')})`}</span>}
          <SignInTag person={person} />
        </>
      }
      actions={
        isReadOnly ? null : (
          <>
            {person.isActive && (
              <Button
                kind={person.hasPassword ? 'default' : 'primary'}
                icon={IconMail}
                onClick={() => invite(true)}
              >
                {sayEntry('invite')}
              </Button>
            )}
            <Button icon={IconKey} onClick={() => set(true)}>
              {say(person.hasPassword ? 'new-password' : 'set-password')}
            </Button>
          </>
        )
      }
    >
      <div className={classes.panel}>
        {isReadOnly && <p className="muted">{sayStaff('staff.role-needs-office')}</p>}
        <Access person={person} isReadOnly={isReadOnly} />
        <Details person={person} isReadOnly={isReadOnly} />
      </div>
      {isInviting && <InviteStaff person={person} onClose={() => invite(false)} />}
      {isSetting && (
        <SetPassword
          person={person}
          onClose={() => set(false)}
          onSet={() => {
            set(false)
            onPasswordSet()
          }}
        />
      )}
    </SidePanel>
  )
}

type PersonProps = { readonly person: StaffRow; readonly isReadOnly: boolean }

function useChange({ id, name }: StaffRow) {
  const say = useSay(staffScreenMessages)
  const sayStaff = useSay(staffMessages)
  return async (fields: Partial<StaffFields>) => {
    const answer = await staff.change({ id, fields })
    if (!answer.ok) return sayStaff(answer.refusal, answer.details)
    void toast({ text: say('changed', { name }), undo: 'last' })
    return null
  }
}

function Access({ person, isReadOnly }: PersonProps) {
  const say = useSay(staffScreenMessages)
  const sayStaff = useSay(staffMessages)
  const change = useChange(person)
  const { role, groupNames } = person
  const viewer = useViewer()
  const mayGive = mayManage(viewer, { role: 'teacher', seesMedical: true })
  return (
    <Section title={say('access')}>
      <InlineFields>
        <InlineSelectField
          label={sayStaff('field.role')}
          value={role}
          options={roles.map((value) => ({ value, label: sayStaff(`role.${value}`) }))}
          isReadOnly={!mayGive}
          onSave={(wanted) => change({ role: wanted })}
        />
        <p className={classes.explanation}>{sayStaff(`role-can.${role}`)}</p>
        <InlineSwitchField
          label={sayStaff('field.seesMedical')}
          value={person.seesMedical}
          isReadOnly={!mayGive}
          onSave={(seesMedical) => change({ seesMedical })}
        />
        <p className={classes.explanation}>{say('medical-hint')}</p>
        <InlineSwitchField
          label={sayStaff('field.isActive')}
          value={person.isActive}
          isReadOnly={isReadOnly}
          onSave={(isActive) => change({ isActive })}
        />
        <p className={classes.explanation}>{say('active-hint')}</p>
        <div className={classes.line}>
          <span className="muted">{say('column.groups')}</span>
          <span>
            {groupNames || (role === 'teacher' && say('no-groups'))}{' '}
            <LinkButton onClick={() => go({ screen: 'groups' })}>{say('to-groups')}</LinkButton>
          </span>
        </div>
      </InlineFields>
    </Section>
  )
}

function Details({ person, isReadOnly }: PersonProps) {
  const say = useSay(staffScreenMessages)
  const sayStaff = useSay(staffMessages)
  const saySchool = useSay(schoolMessages)
  const change = useChange(person)
  return (
    <Section title={say('person')}>
      <InlineFields>
        <InlineTextField
          label={sayStaff('field.firstName')}
          value={person.firstName}
          isReadOnly={isReadOnly}
          onSave={async (firstName) => (firstName ? change({ firstName }) : say('needs-name'))}
        />
        <InlineTextField
          label={sayStaff('field.prefix')}
          value={person.prefix}
          isReadOnly={isReadOnly}
          onSave={(prefix) => change({ prefix })}
        />
        <InlineTextField
          label={sayStaff('field.lastName')}
          value={person.lastName}
          isReadOnly={isReadOnly}
          onSave={(lastName) => change({ lastName: lastName ?? '' })}
        />
        <InlineTextField
          label={sayStaff('field.userName')}
          value={person.userName}
          isReadOnly={isReadOnly}
          maxLength={60}
          check={(text) => (text.length < 2 ? say('needs-user-name') : null)}
          onSave={async (userName) => (userName ? change({ userName }) : say('needs-user-name'))}
        />
        <InlineTextField
          label={sayStaff('field.email')}
          value={person.email}
          isReadOnly={isReadOnly}
          inputMode="email"
          isPrivate
          onSave={(email) => change({ email })}
        />
        <InlineClearableSelectField
          label={sayStaff('field.language')}
          value={person.language}
          isReadOnly={isReadOnly}
          shown={
            person.language ? saySchool(`language.${person.language}`) : say('language-school')
          }
          options={languages.map((value) => ({ value, label: saySchool(`language.${value}`) }))}
          onSave={(language) => change({ language })}
        />
      </InlineFields>
    </Section>
  )
}
