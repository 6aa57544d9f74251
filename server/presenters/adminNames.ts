import type { LearnedRow } from '../catalogue/learned/listNames.ts'
import { findProvince } from '../legal/provinces.ts'
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
    where: whereItHolds(name),
    disputed: name.isDisputed ? t('admin.names.disputed') : '',
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

/** Where the name means that: a plan in its years, what stands for a body in texts of the province it was taught in. */
function whereItHolds({ kind, words, period }: LearnedRow['name']): string {
  if (period) return period
  const province = kind === 'issuer' ? findProvince(words.split('|')[1]) : undefined
  return province ? t('admin.names.inProvince', { province: province.name }) : ''
}
