import { lastOverdueOrder } from '../legal/overdue.ts'
import { t } from '../lib/labels.ts'
import type { Inbox, InboxRow } from '../remind/loadInbox.ts'
import { formatters } from './format.ts'
import type { ActView, WorkRowView } from './page.ts'
import { presentReviewRow } from './reviewRow.ts'
import { presentTaskRow } from './taskRow.ts'
import { stageWords } from './reviewAside.ts'

const GROUPS = ['overdue', 'week', 'later'] as const
type Group = (typeof GROUPS)[number]

/** The inbox: unseen reminders by urgency, then those seen. Each says why it is there and has a button that acts. */
export function presentInbox(inbox: Inbox) {
  const count = inbox.unseen.reduce((sum, { notices }) => sum + notices.length, 0)
  return {
    page: { title: t('remind.inbox.title') },
    sub: t('remind.inbox.sub', { n: formatters.number(count) }),
    count,
    groups: GROUPS.flatMap(name => {
      const rows = inbox.unseen.filter(row => groupOf(row, inbox) === name)
      if (rows.length === 0) return []
      const views = rows.map(row => presentInboxRow(row, inbox))
      const title = t(`remind.inbox.${name}`)
      return [{ id: name, title, bad: name === 'overdue', n: rows.length, rows: views }]
    }),
    seen: inbox.seen.map(one => ({
      title: viewOf(one, inbox).title,
      href: viewOf(one, inbox).titleHref,
      text: one.notices.map(({ stage, createdOn }) => noticeWords(stage, createdOn)).join(' · '),
    })),
  }
}

/** The line of what reminders are about. */
function viewOf(one: InboxRow, inbox: Inbox): WorkRowView {
  return one.kind === 'task' ? presentTaskRow(one.row, inbox) : presentReviewRow(one.row, inbox)
}

function groupOf({ about, kind }: InboxRow, { today, lastOverdue, weekEnd }: Inbox): Group {
  const { dueOn, overdueSince } = about
  const last = kind === 'task' ? lastOverdueOrder(today) : lastOverdue
  if (dueOn <= last || overdueSince) return 'overdue'
  return dueOn <= weekEnd ? 'week' : 'later'
}

function presentInboxRow(one: InboxRow, inbox: Inbox): WorkRowView {
  const view = viewOf(one, inbox)
  const [latest] = one.notices
  const reason = latest ? t(latest.reason) : ''
  const seen: ActView = {
    label: t('remind.inbox.markSeen'),
    action: '/inbox/seen',
    style: 'link',
    fields: [{ name: 'review', value: String(one.about._id) }],
  }
  const [act] = view.acts ?? []
  return {
    ...view,
    reasons: [...(view.reasons ?? []), { lead: t('remind.inbox.why'), text: reason }],
    state: latest ? stageWords(latest.stage) : view.state,
    stateMore: latest
      ? t('remind.inbox.sent', { date: formatters.shortDate(latest.createdOn) })
      : '',
    acts: [...(act ? [act] : []), seen],
  }
}

function noticeWords(stage: string, createdOn: string): string {
  return `${stageWords(stage)}, ${formatters.shortDate(createdOn)}`
}
