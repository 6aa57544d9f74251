import type { BandView } from './band.ts'
import type { DueView } from './due.ts'
import type { LampView } from './lamp.ts'

/**
 * What every page is drawn from. A route calls `res.render('family/page', { page, ...view })`; `chrome` is already in
 * `res.locals`. Another layout than `main` is chosen in code: `{ layout: 'plain' }`.
 *
 * A partial sees only what it is handed: `{{> field this}}`, `{{> due row.due}}` or `{{> tag label=… kind='strong'}}`;
 * inside a block (`{{#> confirmBar …}}…{{/confirmBar}}`) the caller's things are reached by `../` or `@root.`.
 *
 * Catalogue of views/partials (the view model of each stands at the head of its file):
 * - page      pageHead crumbs sectionHead tabs steps statStrip pager banner empty toast meter
 * - law       lamp lampMark band tag due quote timeline citationIndex definitions
 * - rows      workRow filterChips facet runMarks kbd icon
 * - forms     csrf revision field select textarea file radios checkboxes checkbox errorSummary confirmBar postButton
 * - of the layout only: topBar keySheet patterns; of fields only: fieldHead fieldNote
 */
export interface Chrome {
  home: { name: string; place: string }
  nav: NavItem[]
  inbox: { count: number; href: string }
  user: { name: string }
  csrf: string
  engineOff: boolean
  demo: boolean
  toast?: Toast
  /** What was searched for, to stand in the search box. */
  q?: string
  today: string
}

export interface NavItem {
  href: string
  label: string
  count?: number
  current?: boolean
}

/** What was just done, with the button that takes it back. */
export interface Toast {
  text: string
  href?: string
  linkLabel?: string
  undo?: { action: string; label: string; fields?: HiddenField[] }
}

export interface PageHead {
  title: string
  crumbs?: { href?: string; label: string }[]
  /** Up to 1720 px: intake and review. */
  wide?: boolean
  /** Keys of this page, first in the sheet of keys. */
  keys?: { keys: string[]; text: string }[]
}

export interface HiddenField {
  name: string
  value: string
}

export interface LinkView {
  href: string
  label: string
}

export interface TagView {
  label: string
  kind?: 'strong' | 'warn' | 'quiet'
}

export interface ErrorSummaryView {
  title: string
  errors: { href?: string; text: string }[]
}

/** A line of work: when | what | state | act. */
export interface WorkRowView {
  id: string
  due: DueView
  title: string
  titleHref: string
  example?: string
  lamp?: LampView
  tags?: TagView[]
  summary?: string
  reasons?: { lead: string; before?: string; quote?: string; text?: string }[]
  state: string
  stateMore?: string
  acts?: ActView[]
}

/** A button: a link (`href`) or a form of one button (`action`). */
export interface ActView {
  label: string
  href?: string
  action?: string
  style?: 'primary' | 'link' | 'small'
  /** A link drawn as a link, not as a button. */
  plain?: boolean
  fields?: HiddenField[]
  revision?: number
}

export interface EvidenceView {
  text: string
  source?: string
  href?: string
  linkLabel?: string
}

export interface TimelineItem {
  when: string
  who?: string
  what: string
  href?: string
}

export type { BandView, DueView, LampView }
