import { isCentralIssuer } from '../../legal/issuerKey.ts'
import {
  findProvince,
  provinceNamed,
  provinceOfAddresses,
  provincesInProse,
  type Province,
} from '../../legal/provinces.ts'

/**
 * The province "UBND tỉnh", "Giám đốc Sở", "Tỉnh ủy" mean in a document: of its letterhead, its place, the one province its text
 * names, its web or mail address, in that order; the home province only for a document of ours; else null. A central body means none.
 */
export function provinceContext(document: {
  issuerName?: string | null
  parentAgency?: string | null
  issuerKey?: string | null
  place?: string | null
  text?: string | null
  own?: boolean
  homeProvince?: string | null
}): string | null {
  const { issuerKey, text, own, homeProvince } = document
  const letterhead = provinceNamed([document.parentAgency, document.issuerName].join(' ; '))
  if (letterhead) return letterhead.key
  if (issuerKey && isCentralIssuer(issuerKey)) return null
  const named = findProvince(document.place) ?? (text ? provinceInText(text) : undefined)
  const home = own ? findProvince(homeProvince) : undefined
  return (named ?? home)?.key ?? null
}

function provinceInText(text: string): Province | undefined {
  return onlyOne(provincesInProse(text)) ?? provinceOfAddresses(text)
}

function onlyOne(provinces: Province[]): Province | undefined {
  return provinces.length === 1 ? provinces[0] : undefined
}
