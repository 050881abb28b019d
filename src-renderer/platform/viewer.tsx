import { createContext, useContext } from 'react'
import type { StaffRole } from '#shared/platform/role.ts'

/** Who sits at this desk, as far as a screen needs to know to leave out what they may not use. */
export type DeskViewer = {
  readonly name: string
  readonly firstName: string
  readonly role: StaffRole
  readonly seesMedical: boolean
  readonly isPractice: boolean
}

const ViewerContext = createContext<DeskViewer | null>(null)
export const ViewerProvider = ViewerContext.Provider

export function useViewer(): DeskViewer {
  const viewer = useContext(ViewerContext)
  if (!viewer) throw new Error('a screen was drawn while nobody is signed in')
  return viewer
}

/** Whether this person may call a contract method: `const mayEnrol = useMay(pupilsContract.methods.enrol)`. */
export function useMay({ roles }: { readonly roles: readonly string[] }) {
  return roles.includes(useViewer().role)
}
