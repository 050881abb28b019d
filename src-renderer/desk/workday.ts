import { useEffect, useState } from 'react'
import { z } from 'zod'
import { groupsContract } from '#shared/groups/groups-contract.ts'
import { dayAt } from '#shared/platform/day.ts'
import { schoolContract } from '#shared/school/school-contract.ts'
import { type Session, staffContract } from '#shared/staff/staff-contract.ts'
import { connect } from '../platform/client.ts'
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
  const workday = useFresh(['schools', 'schoolYears'], { role: session.role }, readWorkday)
  return areChoicesKnown ? workday : 'loading'
}

async function readWorkday({ role }: Pick<Session, 'role'>): Promise<Workday> {
  const { name, timeZone } = await school.find({})
  const mayAsk = groupsContract.methods.years.roles.some((each) => each === role)
  const years = mayAsk ? await groups.years({}) : []
  const today = dayAt(new Date().toISOString(), timeZone)
  const running = years.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn)
  return { schoolName: name, yearName: running?.name ?? null }
}

function usePreferencesOf(staffId: string) {
  const [known, setKnown] = useState<string | null>(null)
  useEffect(() => {
    void staff.preferences({}).then((values) => {
      showPreferencesOf(values, (key, value) => {
        void staff.setPreference({ key, value: z.json().parse(value) })
      })
      setKnown(staffId)
    })
  }, [staffId])
  return known === staffId
}
