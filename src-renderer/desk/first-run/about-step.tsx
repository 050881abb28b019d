import { useState } from 'react'
import type { SetUpRefusal } from '#shared/desk/desk-contract.ts'
import { setupMessages } from '#shared/desk/setup-messages.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import type { Country } from '#shared/platform/language.ts'
import { office } from '#shared/platform/role.ts'
import { passwordTrouble, shortestPassword } from '#shared/staff/password.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { Segments } from '../../platform/ui/fields/choice-field.tsx'
import { PasswordField, TextField } from '../../platform/ui/fields/text-field.tsx'
import {
  IconArrowLeft,
  IconArrowRight,
  IconCircleCheck,
  IconCircleDashed,
} from '../../platform/ui/icons.ts'
import { DoorButtons, DoorForm, DoorPage, FieldRow } from '../door/door-page.tsx'
import classes from './first-run.module.css'

export type About = {
  readonly schoolName: string
  readonly place: string
  readonly firstName: string
  readonly prefix: string
  readonly lastName: string
  readonly userName: string
  readonly role: (typeof office)[number]
  readonly password: string
}

export const emptyAbout: About = {
  schoolName: '',
  place: '',
  firstName: '',
  prefix: '',
  lastName: '',
  userName: '',
  role: 'office',
  password: '',
}

type AboutStepProps = {
  readonly about: About
  readonly country: Country
  readonly onChange: (about: About) => void
  readonly refusal: SetUpRefusal | null
  readonly onBack: () => void
  readonly onNext: () => void
}

export function AboutStep({ about, country, onChange, refusal, onBack, onNext }: AboutStepProps) {
  const say = useSay(setupMessages)
  const [isChecked, check] = useState(refusal !== null)
  const problems = problemsOf(about)
  const error = (name: keyof About) => {
    const problem = isChecked ? problems[name] : undefined
    return problem ? say(problem) : null
  }
  const set = (name: keyof About) => (value: string) => onChange({ ...about, [name]: value })
  function submit() {
    check(true)
    if (Object.keys(problems).length === 0) onNext()
  }
  return (
    <DoorPage title={say('about-title')} text={say('about-text')} width="wide">
      <DoorForm onSubmit={submit}>
        <p className={classes.step}>{say('step', { step: 1 })}</p>
        <FieldRow>
          <TextField
            label={say('school-name')}
            isFirst
            isRequired
            value={about.schoolName}
            onChange={set('schoolName')}
            error={error('schoolName')}
          />
          <TextField label={say('place')} value={about.place} onChange={set('place')} />
        </FieldRow>
        <PersonFields about={about} country={country} set={set} error={error} onChange={onChange} />
        <SignInFields about={about} set={set} error={error} />
        <DoorButtons>
          <Button icon={IconArrowLeft} onClick={onBack}>
            {say('previous')}
          </Button>
          <Button kind="primary" icon={IconArrowRight} isSubmit>
            {say('next')}
          </Button>
        </DoorButtons>
      </DoorForm>
    </DoorPage>
  )
}

type PersonFieldsProps = FieldsProps & Pick<AboutStepProps, 'country' | 'onChange'>

function PersonFields({ about, country, set, error, onChange }: PersonFieldsProps) {
  const say = useSay(setupMessages)
  /** Until somebody types another one, the user name follows the name. */
  const setName = (name: 'firstName' | 'lastName') => (value: string) => {
    const next = { ...about, [name]: value }
    const isOurs = about.userName === userNameFor(about)
    onChange(isOurs ? { ...next, userName: userNameFor(next) } : next)
  }
  return (
    <>
      <FieldRow>
        <TextField
          label={say('first-name')}
          isRequired
          value={about.firstName}
          onChange={setName('firstName')}
          error={error('firstName')}
        />
        {/* Sweden has no such words between the names. */}
        {country !== 'se' && (
          <TextField label={say('prefix')} value={about.prefix} onChange={set('prefix')} />
        )}
        <TextField label={say('last-name')} value={about.lastName} onChange={setName('lastName')} />
      </FieldRow>
      <Segments
        label={say('role')}
        isLabelShown
        value={about.role}
        onChange={(role) => onChange({ ...about, role })}
        options={office.map((value) => ({ value, label: say(`role-${value}`) }))}
      />
    </>
  )
}

type FieldsProps = {
  readonly about: About
  readonly set: (name: keyof About) => (value: string) => void
  readonly error: (name: keyof About) => string | null
}

function SignInFields({ about, set, error }: FieldsProps) {
  const say = useSay(setupMessages)
  return (
    <>
      <FieldRow>
        <TextField
          label={say('user-name')}
          isRequired
          autoComplete="username"
          value={about.userName}
          onChange={set('userName')}
          error={error('userName')}
        />
        <PasswordField
          label={say('password')}
          isNew
          isRequired
          value={about.password}
          onChange={set('password')}
          error={error('password')}
        />
      </FieldRow>
      <PasswordRules password={about.password} />
    </>
  )
}

/** The rules stand there before somebody breaks them. */
function PasswordRules({ password }: { readonly password: string }) {
  const say = useSay(setupMessages)
  const count = [...password].length
  const isEnough = count >= shortestPassword
  const Picture = isEnough ? IconCircleCheck : IconCircleDashed
  return (
    <div>
      <p className={classes.length} data-enough={isEnough || undefined}>
        <Picture size={16} stroke={2} aria-hidden />
        {isEnough ? say('password-enough') : say('password-length', { count })}
      </p>
      <p className={classes.step}>{say('password-hint')}</p>
    </div>
  )
}

const userNameFor = ({ firstName, lastName }: About) =>
  foldText([firstName, lastName].filter(Boolean).join('.')).replace(/[^a-z0-9.]/g, '')

type Problem = 'fill-in' | 'staff.password-too-short' | 'staff.password-common'

function problemsOf(about: About): Partial<Record<keyof About, Problem>> {
  const { schoolName, firstName, userName, password } = about
  const weak = passwordTrouble(password, [userName, schoolName])
  return {
    ...(schoolName.trim() ? {} : { schoolName: 'fill-in' }),
    ...(firstName.trim() ? {} : { firstName: 'fill-in' }),
    ...(userName.trim().length >= 2 ? {} : { userName: 'fill-in' }),
    ...(weak ? { password: weak } : {}),
  }
}
