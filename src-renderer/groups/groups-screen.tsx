import { type RouteOf, useRoute } from '../platform/routes.ts'
import { GroupDetail } from './detail/group-detail.tsx'
import { IncompletePupils } from './detail/incomplete-pupils.tsx'
import { GroupList } from './list/group-list.tsx'

/** All groups; one of them by its id; or, as `incomplete`, whose file lacks what in the school. */
export function GroupsScreen() {
  const route = useRoute()
  const id = idOf(route)
  if (id === 'incomplete') return <IncompletePupils />
  return id ? <GroupDetail key={id} id={id} /> : <GroupList />
}

function idOf(route: ReturnType<typeof useRoute>): RouteOf<'groups'>['id'] {
  return route.screen === 'groups' ? route.id : undefined
}
