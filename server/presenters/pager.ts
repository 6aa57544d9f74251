import { t } from '../lib/labels.ts'
import { formatters } from './format.ts'

export interface PagerView {
  range: string
  previous?: string
  next?: string
}

export interface PagerFacts {
  /** First page is 1. */
  page: number
  size: number
  total: number
  /** The page's address with its filters; `page` is set in it. */
  path: string
  query?: URLSearchParams | Record<string, string>
}

/** «Đang hiện 1–20 trong 42» with links to the pages beside this one. */
export function presentPager({ page, size, total, path, query }: PagerFacts): PagerView {
  const from = (page - 1) * size + 1
  const to = Math.min(page * size, total)
  const range =
    total === 0
      ? t('components.pager.none')
      : t('components.pager.range', {
          from: formatters.number(from),
          to: formatters.number(to),
          total: formatters.number(total),
        })
  const link = (number: number) => {
    const search = new URLSearchParams(query)
    search.set('page', String(number))
    return `${path}?${search.toString()}`
  }
  return {
    range,
    ...(page > 1 && { previous: link(page - 1) }),
    ...(to < total && { next: link(page + 1) }),
  }
}
