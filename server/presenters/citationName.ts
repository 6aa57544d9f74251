import { printDate } from '../legal/dates.ts'
import { t } from '../lib/labels.ts'
import type { CitationRecord } from '../models/Citation.ts'

/** How a citation is called in a list: its number, else the law's name, else its words; and day and issuer as far as they are said. */
export function citationName(citation: CitationRecord): { name: string; more: string } {
  const { number, title, quote, issuedOn, issuedPartial, year, period, issuer } = citation
  const day = issuedOn ? t('intake.citations.day', { day: printDate(issuedOn) }) : ''
  const partial =
    !issuedOn && issuedPartial
      ? t('intake.citations.partial', { said: issuedPartial.split('-').reverse().join('/') })
      : ''
  const inYear = !number && year ? t('intake.citations.partial', { said: year }) : period
  const name =
    number || title || t('intake.citations.quoted', { quote: quote.replace(/\s+/gu, ' ') })
  return { name, more: [day || partial || inYear, issuer].filter(Boolean).join(', ') }
}
