import { foldText } from '../legal/foldText.ts'
import type { Direction } from '../legal/glossary.ts'
import { parseNumber } from '../legal/documentNumber.ts'
import type { HomeBodyRecord } from '../models/HomeBody.ts'

interface Issued {
  issuerName: string
  parentAgency: string
  number: string
  recipients: string[]
}

/**
 * Whether a document is ours by its letterhead: issued by our body, or by our superior body on our draft, which the line
 * of recipients ("Lưu: VT, SCT") or the last group of the number tells. Only a proposal: the clerk ticks the box.
 */
export function recognizeOwn(issued: Issued, home: HomeBodyRecord | null): boolean {
  if (!home || issued.issuerName === '') return false
  const issuer = foldText(issued.issuerName)
  if (isOurs(issuer, home)) return fitsSuperior(issued, home)
  return isSuperior(issuer, home) && ourDraft(issued, home.abbreviations)
}

function isOurs(issuer: string, home: HomeBodyRecord): boolean {
  const ours = foldText(home.name)
  const place = foldText(home.provinceName)
  return issuer === ours || `${issuer} ${place}` === ours || issuer === `${ours} ${place}`
}

/** "Sở Công Thương" of another province is not ours: the superior body in the letterhead tells. */
function fitsSuperior({ parentAgency }: Issued, home: HomeBodyRecord): boolean {
  if (parentAgency === '' || home.provinceName === '') return true
  return (
    foldText(parentAgency).includes(placeName(home)) ||
    !/tinh|thanh pho/u.test(foldText(parentAgency))
  )
}

function isSuperior(issuer: string, home: HomeBodyRecord): boolean {
  if (home.superiorName === '') return false
  return plainCommittee(issuer) === plainCommittee(foldText(home.superiorName))
}

function ourDraft({ number, recipients }: Issued, abbreviations: string[]): boolean {
  const ours = new Set(abbreviations.map(foldText))
  const groups = (parseNumber(number)?.groups ?? []).map(foldText)
  const filed = recipients.filter(line => foldText(line).startsWith('luu')).map(foldText)
  return (
    groups.some(group => ours.has(group)) ||
    filed.some(line => line.split(/[^\p{L}\d]+/u).some(word => ours.has(word)))
  )
}

/** `UBND` and `Ủy ban nhân dân` are one body. */
function plainCommittee(folded: string): string {
  return folded.replace(/uy ban nhan dan/gu, 'ubnd')
}

function placeName(home: HomeBodyRecord): string {
  return foldText(home.provinceName).replace(/^(?:tinh|thanh pho|tp\.?) /u, '')
}

/** Which way a document came, when nobody said: ours go out, everyone else's come in. */
export function defaultDirection(own: boolean): Direction {
  return own ? 'outgoing' : 'incoming'
}
