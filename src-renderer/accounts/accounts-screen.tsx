import { useState } from 'react'
import { accountsScreenMessages } from '#shared/accounts/office/words/accounts-screen-messages.ts'
import { useSay } from '../platform/language.tsx'
import { go, type RouteOf } from '../platform/routes.ts'
import { Button } from '../platform/ui/button.tsx'
import { Segments } from '../platform/ui/fields/choice-field.tsx'
import { IconKey, IconSettings } from '../platform/ui/icons.ts'
import { Page, PageHead } from '../platform/ui/page/page.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { accounts, accountTables } from './account-calls.ts'
import { AccountSettingsDialog } from './account-settings.tsx'
import { AccountList } from './list/account-list.tsx'
import { AccessRequests } from './requests/access-requests.tsx'

type View = 'accounts' | 'requests'

/** How guardians get in: their codes and accounts, and who asks for access. */
export function AccountsScreen({ route }: { readonly route: RouteOf<'accounts'> }) {
  const say = useSay(accountsScreenMessages)
  const rows = useFresh(accountTables, {}, accounts.list)
  const [view, show] = useState<View>(route.view ?? 'accounts')
  const [isSetting, set] = useState(false)
  if (rows === 'loading') return <Skeleton rows={14} />
  const actions = (
    <>
      <ViewChoice view={view} onChange={show} />
      <Button icon={IconSettings} onClick={() => set(true)}>
        {say('settings')}
      </Button>
    </>
  )
  return (
    <>
      {view === 'requests' ? (
        <Page title={say('title')} actions={actions} width="reading">
          <AccessRequests />
        </Page>
      ) : rows.length > 0 ? (
        <AccountList rows={rows} firstId={route.linkId ?? null} actions={actions} />
      ) : (
        <div data-pane>
          <PageHead title={say('title')} actions={actions} />
          <EmptyState
            icon={IconKey}
            title={say('empty-title')}
            action={<Button onClick={() => go({ screen: 'pupils' })}>{say('to-pupils')}</Button>}
          >
            {say('empty-text')}
          </EmptyState>
        </div>
      )}
      {isSetting && <AccountSettingsDialog onClose={() => set(false)} />}
    </>
  )
}

type ViewChoiceProps = { readonly view: View; readonly onChange: (view: View) => void }

function ViewChoice({ view, onChange }: ViewChoiceProps) {
  const say = useSay(accountsScreenMessages)
  const requests = useFresh(['accessRequests'], {}, accounts.requests)
  const all = requests === 'loading' ? [] : requests
  const count = all.filter(({ decision }) => decision === null).length
  return (
    <Segments
      label={say('shown')}
      value={view}
      onChange={onChange}
      options={[
        { value: 'accounts', label: say('accounts-tab') },
        {
          value: 'requests',
          label: count > 0 ? say('requests-count', { count }) : say('requests'),
        },
      ]}
    />
  )
}
