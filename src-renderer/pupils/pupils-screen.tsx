import { useEffect } from 'react'
import { pupilListMessages } from '#shared/pupils/pupil-list-messages.ts'
import { pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { useSay } from '../platform/language.tsx'
import { go, type RouteOf } from '../platform/routes.ts'
import { useShortcuts } from '../platform/shortcuts.ts'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { useMay, useViewer } from '../platform/viewer.tsx'
import { DuplicatesScreen } from './duplicates-screen.tsx'
import { EnrolPage } from './enrol/enrol-page.tsx'
import { EmptySchool } from './list/empty-school.tsx'
import { PupilList } from './list/pupil-list.tsx'
import { setActive, setFilter, showListOf } from './list/pupils-store.ts'
import { groups, listTables, pupils } from './pupil-calls.ts'

/** In the place of a pupil's id: the pairs that may be one child. */
const duplicates = 'duplicates'

/** The pupils of the school: list, new pupil, and files that may be one child twice. */
export function PupilsScreen({ route }: { readonly route: RouteOf<'pupils'> }) {
  const say = useSay(pupilListMessages)
  const { name } = useViewer()
  const mayEnrol = useMay(pupilsContract.methods.enrol)
  const mayMerge = useMay(pupilsContract.methods.merge)
  const rows = useFresh(listTables, {}, pupils.list)
  const classes = useFresh(['groups', 'schoolYears'], { schoolYearId: null }, groups.list)
  useRouteWishes(route, name)
  useShortcuts(
    say('keys-title'),
    mayEnrol
      ? [
          {
            keys: 'mod+n',
            says: say('new-pupil'),
            run: () => go({ screen: 'pupils', isNew: true }),
          },
        ]
      : [],
  )

  if (rows === 'loading' || classes === 'loading') return <Skeleton rows={14} />
  if (route.isNew && mayEnrol) return <EnrolPage groups={classes} rows={rows} />
  if (route.id === duplicates && mayMerge) return <DuplicatesScreen />
  if (rows.length === 0) return <EmptySchool />
  return <PupilList rows={rows} groups={classes} />
}

/** A route may ask for a pupil or a group; what it does not name stays as it was. */
function useRouteWishes({ id, groupId }: RouteOf<'pupils'>, owner: string) {
  useEffect(() => showListOf(owner), [owner])
  useEffect(() => {
    if (id && id !== duplicates) setActive(id)
  }, [id])
  useEffect(() => {
    if (groupId) setFilter({ groupId, text: '', status: 'current', extras: [] })
  }, [groupId])
}
