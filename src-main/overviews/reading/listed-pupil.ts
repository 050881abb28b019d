import type { Group } from '#shared/groups/group.ts'
import type { Country } from '#shared/platform/language.ts'
import { type Mask, maskOf, shownName, shownSortName } from '#shared/pupils/mask.ts'
import type { Pupil } from '#shared/pupils/pupil.ts'
import type { Viewer } from '#shared/staff/rights.ts'

/** A pupil as a list may name it: the row stays inside, the mask says what may be shown of it. */
export type ListedPupil = {
  readonly pupil: Pupil
  readonly name: string
  readonly sortName: string
  readonly mask: Mask
  readonly isProtected: boolean
  /** Names of the classes on this day. */
  readonly groupName: string
}

export function listPupil(
  pupil: Pupil,
  groups: readonly Group[],
  viewer: Viewer & { readonly country: Country },
): ListedPupil {
  return {
    pupil,
    name: shownName(pupil),
    sortName: shownSortName(pupil, viewer.country),
    mask: maskOf(viewer, pupil),
    isProtected: pupil.protectionLevel > 0,
    groupName: groups
      .filter(({ kind }) => kind === 'class')
      .map(({ name }) => name)
      .join(', '),
  }
}
