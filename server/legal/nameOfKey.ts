import { CENTRAL_ISSUERS, PROVINCIAL_SYMBOLS } from './data/issuers.ts'
import { issuerKey } from './issuerKey.ts'
import { findProvince } from './provinces.ts'

const NAMES = [...CENTRAL_ISSUERS.map(({ name }) => name), ...Object.values(PROVINCIAL_SYMBOLS)]
const BY_BODY = new Map(NAMES.map(name => [issuerKey(name).split('/')[0] ?? '', name]))

/**
 * The body an `issuerKey` stands for, with its province: `so cong thuong/dong-thap` → `Sở Công Thương tỉnh Đồng Tháp`; '' for a body the
 * tables do not hold.
 */
export function nameOfKey(key: string): string {
  const [body = '', place = ''] = key.split('/')
  const name = BY_BODY.get(body) ?? ''
  const province = findProvince(place.replace(/^\?/u, ''))
  if (!name || !province) return name
  const rank = province.isCity ? 'thành phố' : 'tỉnh'
  return [name, name === 'Tỉnh ủy' ? '' : rank, province.name].filter(Boolean).join(' ')
}
