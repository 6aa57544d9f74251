import type { Actor } from '../people/actor.ts'
import { presentAdminTabs, type AdminTabsView } from './admin.ts'

/** Pages of administration a legal lead may open too. */
const SHARED = ['catalogue', 'settings', 'jobs']

/** The line of links of administration, as far as this person may follow them. */
export function presentTabsFor(
  actor: Actor,
  current: 'catalogue' | 'settings' | 'jobs',
): AdminTabsView {
  const view = presentAdminTabs(current)
  if (actor.roles.includes('admin')) return view
  return {
    ...view,
    tabs: view.tabs.filter(({ href }) => SHARED.includes(href.split('/')[2] ?? '')),
  }
}
