import type { AccountRow } from '#shared/accounts/office/accounts-contract.ts'

/** The lists within the list: what the office looks for. */
export const accountViews = [
  'none',
  'open',
  'soon',
  'expired',
  'waiting',
  'active',
  'failed',
  'locked',
  'no-email',
  'shared',
  'closed',
] as const
export type AccountView = (typeof accountViews)[number]

const rules: Record<AccountView, (row: AccountRow) => boolean> = {
  none: ({ standing }) => ['none', 'revoked', 'refused'].includes(standing),
  open: ({ standing }) => ['made', 'printed', 'sent', 'failed'].includes(standing),
  soon: ({ expiresSoon }) => expiresSoon,
  expired: ({ standing }) => standing === 'expired',
  waiting: ({ standing }) => standing === 'waiting',
  active: ({ standing }) => standing === 'active' || standing === 'never-signed-in',
  failed: ({ standing, mailFailure }) => standing === 'failed' || mailFailure !== null,
  locked: ({ standing }) => standing === 'locked',
  'no-email': ({ email, isProtected }) => email === null && !isProtected,
  shared: ({ sharesEmail }) => sharesEmail,
  closed: ({ standing }) => standing === 'closed',
}

export const isInView = (row: AccountRow, view: AccountView | null) =>
  view === null || rules[view](row)

export const countsByView = (rows: readonly AccountRow[]): ReadonlyMap<AccountView, number> =>
  new Map(accountViews.map((view) => [view, rows.filter(rules[view]).length]))
