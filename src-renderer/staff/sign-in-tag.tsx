import type { StaffRow } from '#shared/staff/staff-contract.ts'
import { staffScreenMessages } from '#shared/staff/staff-screen-messages.ts'
import { useSay } from '../platform/language.tsx'
import { IconCheck, IconKey, IconLogout } from '../platform/ui/icons.ts'
import { StatusTag } from '../platform/ui/signs/status-tag.tsx'
import { signInState } from './sign-in-state.ts'

const looks = {
  ready: { tone: 'quiet', icon: IconCheck },
  'no-password': { tone: 'neutral', icon: IconKey },
  left: { tone: 'neutral', icon: IconLogout },
} as const

export function SignInTag({ person }: { readonly person: StaffRow }) {
  const say = useSay(staffScreenMessages)
  const state = signInState(person)
  return <StatusTag {...looks[state]}>{say(`sign-in.${state}`)}</StatusTag>
}
