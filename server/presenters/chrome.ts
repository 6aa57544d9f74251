import type { Role } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { HomeBodyRecord } from '../models/HomeBody.ts'
import type { Actor } from '../people/actor.ts'
import type { NavCounts } from '../remind/navCounts.ts'
import type { Chrome, NavItem, Toast } from './page.ts'

export interface ChromeFacts {
  home: HomeBodyRecord | null
  actor: Actor | null
  counts: NavCounts | null
  csrf: string
  toast?: Toast
  engineOff: boolean
  path: string
  query: string
  today: string
}

interface Section {
  name: string
  href: string
  /** First parts of the paths that belong to it. */
  paths: string[]
  count?: keyof NavCounts
  roles?: Role[]
}

const SECTIONS: Section[] = [
  { name: 'desk', href: '/', paths: [''] },
  {
    name: 'intake',
    href: '/intake',
    paths: ['intake', 'drafts'],
    count: 'drafts',
    roles: ['clerk', 'legalLead', 'admin'],
  },
  { name: 'documents', href: '/documents', paths: ['documents', 'stubs'] },
  { name: 'reviews', href: '/reviews', paths: ['reviews'], count: 'reviews' },
  { name: 'tasks', href: '/tasks', paths: ['tasks'], count: 'tasks' },
  { name: 'due', href: '/due', paths: ['due'] },
  { name: 'admin', href: '/admin/users', paths: ['admin'], roles: ['admin'] },
]

/** What stands around every page: whose register, where you are, what waits for you. */
export function presentChrome(facts: ChromeFacts): Chrome {
  const { home, actor, counts } = facts
  return {
    home: presentHome(home?.name ?? ''),
    nav: actor ? presentNav(actor, { counts, path: facts.path }) : [],
    inbox: { count: counts?.inbox ?? 0, href: '/inbox' },
    user: { name: actor?.name ?? '' },
    csrf: facts.csrf,
    engineOff: facts.engineOff,
    demo: home?.kind === 'demo',
    ...(facts.toast && { toast: facts.toast }),
    q: facts.query,
    today: facts.today,
  }
}

function presentNav(
  actor: Actor,
  { counts, path }: { counts: NavCounts | null; path: string },
): NavItem[] {
  const here = path.split('/')[1] ?? ''
  return SECTIONS.filter(
    ({ roles }) => !roles || roles.some(role => actor.roles.includes(role)),
  ).map(({ name, href, paths, count }) => ({
    href,
    label: t(`layout.nav.${name}`),
    ...(count && counts && { count: counts[count] }),
    current: paths.includes(here),
  }))
}

/** “Sở Công Thương tỉnh Đồng Tháp” stands in two lines: the body, then its place. */
function presentHome(name: string): Chrome['home'] {
  const parts = /^(.+?)\s+((?:tỉnh|thành phố)\s.+)$/iu.exec(name)
  return { name: parts?.[1] ?? name, place: parts?.[2] ?? '' }
}
