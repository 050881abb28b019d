import type { Authority, GuardianLinkFields, Relation } from '#shared/families/guardian.ts'

/** What counts until somebody says otherwise; nothing is opened that the law would not open. */
export function tieFor(
  relation: Relation,
  authority: Authority,
  order: number,
): GuardianLinkFields {
  const hasAuthority = authority !== 'none' && authority !== 'unknown'
  return {
    relation,
    authority,
    authorityDocument: null,
    authorityOn: null,
    // NL: article 1:377c BW gives a parent without authority information on request.
    informationRight: hasAuthority ? 'full' : 'on-request',
    informationDocument: null,
    contactOrder: Math.min(order, 99),
    mayCollect: hasAuthority,
    portalAccess: false,
    receivesLetters: hasAuthority,
    noContact: false,
    note: null,
  }
}
