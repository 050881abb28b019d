import { useEffect, useState } from 'react'
import { z } from 'zod'
import { groupsContract } from '#shared/groups/groups-contract.ts'
import { dayAt } from '#shared/platform/day.ts'
import { schoolContract } from '#shared/school/school-contract.ts'
import { type Session, staffContract } from '#shared/staff/staff-contract.ts'
import { answerAhead, connect } from '../platform/client.ts'
import { showPreferencesOf } from '../platform/preferences.ts'
import { useFresh } from '../platform/use-fresh.ts'

const school = connect(schoolContract)
const groups = connect(groupsContract)
const staff = connect(staffContract)

export type Workday = {
  readonly schoolName: string
  /** The running school year; null while none is known, or for who has nothing to do with pupils. */
  readonly yearName: string | null
}

/** What the frame shows and the screens need before they are drawn: school, year, own choices. */
export function useWorkday(session: Session): Workday | 'loading' {
  const areChoicesKnown = usePreferencesOf(session.staffId)
  const mayAsk = groupsContract.methods.years.roles.some((each) => each === session.role)
  const found = useFresh(['schools'], {}, school.find)
  const years = useFresh(['schoolYears'], {}, mayAsk ? groups.years : noYears)
  if (!areChoicesKnown || found === 'loading' || years === 'loading') return 'loading'
  const today = dayAt(new Date().toISOString(), found.timeZone)
  const running = years.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn)
  return { schoolName: found.name, yearName: running?.name ?? null }
}

const noYears: typeof groups.years = async () => []

function usePreferencesOf(staffId: string) {
  const [known, setKnown] = useState(() => {
    const values = answerAhead(staff.preferences, {})
    if (values) show(values)
    return values ? staffId : null
  })
  useEffect(() => {
    if (known === staffId) return
    void staff.preferences({}).then((values) => {
      show(values)
      setKnown(staffId)
    })
  }, [known, staffId])
  return known === staffId
}

function show(values: Readonly<Record<string, unknown>>) {
  showPreferencesOf(values, (key, value) => {
    void staff.setPreference({ key, value: z.json().parse(value) })
  })
}
