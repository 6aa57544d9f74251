import type { LearnedRow } from '../catalogue/learned/listNames.ts'
import { t } from '../lib/labels.ts'
import { presentAdminTabs } from './admin.ts'
import { formatters } from './format.ts'

/** Names people taught the register, each with what it means, who said so and where. */
export function presentNames(rows: LearnedRow[]) {
  return {
    page: { title: t('admin.names.title') },
    adminTabs: presentAdminTabs('names'),
    rows: rows.map(presentName),
  }
}

function presentName({ name, document, taughtBy }: LearnedRow) {
  return {
    written: name.written,
    means: document ? document.number || document.title : name.name,
    href: document ? `/documents/${String(document._id)}` : '',
    who: taughtBy,
    when: formatters.date(name.taughtAt),
    from: name.from ? `/documents/${String(name.from)}` : '',
    retire: {
      action: `/admin/names/${String(name._id)}/retire`,
      label: t('admin.names.retire'),
      describe: t('admin.names.describe', { name: name.written }),
      fields: [{ name: 'revision', value: String(name.revision) }],
      style: 'small',
    },
  }
}
