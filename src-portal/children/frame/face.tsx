import type { Child } from '../children-table.ts'

/** The photo of a child where it may be shown, else the initials. Says nothing: the name stands beside it. */
export function Face({ child }: { readonly child: Child }) {
  return child.hasPhoto ? (
    <img className="face" src={`/children/${child.linkId}/photo`} alt="" width="48" height="48" />
  ) : (
    <span className="face" aria-hidden="true">
      {child.initials}
    </span>
  )
}
