import { useState } from 'react'
import type { DeskState, SetUpRefusal } from '#shared/desk/desk-contract.ts'
import type { Country } from '#shared/platform/language.ts'
import { desk, refreshDesk } from '../desk-store.ts'
import { type About, AboutStep, emptyAbout } from './about-step.tsx'
import { ConfirmStep } from './confirm-step.tsx'
import { SheetStep } from './sheet-step.tsx'

type NewSchoolProps = {
  readonly state: DeskState
  readonly country: Country
  readonly onBack: () => void
}

/** Three steps; the school is made after the last one, and nothing before it. */
export function NewSchool({ state, country, onBack }: NewSchoolProps) {
  const [about, setAbout] = useState<About>(emptyAbout)
  const [step, goToStep] = useState<'about' | 'sheet' | 'confirm'>('about')
  const [groups, setGroups] = useState<readonly string[]>([])
  const [refusal, setRefusal] = useState<SetUpRefusal | null>(null)

  async function showSheet() {
    const { schoolName } = about
    setGroups((await desk.prepareRecoverySheet({ schoolName })).groups)
    setRefusal(null)
    goToStep('sheet')
  }
  async function make(typed: Readonly<Record<string, string>>) {
    const { schoolName, place, role, password, firstName, prefix, lastName, userName } = about
    const staff = { firstName, prefix, lastName, userName }
    const { language } = state
    const school = { schoolName, place, country, language, staff, role, password, typed }
    const answer = await desk.setUp(school)
    if (answer.ok) return refreshDesk()
    setRefusal(answer.refusal)
    // A refused password is mended where it was typed.
    if (answer.refusal.startsWith('staff.')) goToStep('about')
  }

  if (step === 'about') {
    return (
      <AboutStep
        about={about}
        country={country}
        onChange={setAbout}
        refusal={refusal}
        onBack={onBack}
        onNext={() => void showSheet()}
      />
    )
  }
  if (step === 'sheet') {
    return (
      <SheetStep
        groups={groups}
        onBack={() => goToStep('about')}
        onNext={() => goToStep('confirm')}
      />
    )
  }
  return <ConfirmStep refusal={refusal} onBack={() => goToStep('sheet')} onMake={make} />
}
