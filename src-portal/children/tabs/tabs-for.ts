import type { AskTab } from '#shared/change-requests/change-request.ts'
import { askFieldsOn } from '#shared/change-requests/rules/ask-fields.ts'
import { modeOf } from '#shared/change-requests/rules/ask-rules.ts'
import type { Ground } from './tab-model.ts'

/**
 * The tabs of a child that this guardian has, in their order: none that the school switched off for
 * everybody or for the child's class; health only with a say in the child; nothing that leads to a
 * protected child, and of one with another identity nothing at all (domain.md 3.3).
 */
export function tabsFor({
  child,
  country,
  asking,
}: Omit<Ground, 'tab' | 'now' | 'family' | 'siblings'>) {
  if (!child || child.protectionLevel >= 2) return []
  const groupIds = child.groups.map(({ id }) => id)
  const isOn = (tab: AskTab) =>
    askFieldsOn(tab, country).some(
      (field) => modeOf(field, tab, { rules: asking.rules, groupIds }) !== 'hidden',
    )
  const tabs: readonly AskTab[] = ['personal', 'address', 'contacts', 'medical']
  return tabs.filter(isOn).filter((tab) => {
    if (tab === 'medical') return child.hasAuthority
    return tab === 'personal' || child.protectionLevel === 0
  })
}
