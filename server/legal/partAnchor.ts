/** Words of the address of a part inside its document's page. */
const WORDS: Record<string, string> = {
  part: 'phan',
  chapter: 'chuong',
  section: 'muc',
  article: 'dieu',
  clause: 'khoan',
  point: 'diem',
  appendix: 'phu-luc',
}

/** A step on the way to a part: `article`, `5`. */
export interface PartStep {
  unit: string
  label: string
}

/**
 * Address of a part inside its document's page, the same for the words that cite it and for its place in the outline:
 * `dieu-5-khoan-2-diem-a`, `chuong-ii`. What stands above a Điều is left out, for Điều are counted through. Null where the
 * steps do not say a place, as a khoản without its Điều.
 */
export function partAnchor(steps: readonly PartStep[]): string | null {
  const from = steps.findLastIndex(({ unit }) => unit === 'article')
  const path = from < 0 ? steps.slice(-1) : steps.slice(from)
  const [first] = path
  if (!first || first.unit === 'clause' || first.unit === 'point') return null
  if (path.some(({ unit }) => !WORDS[unit])) return null
  return path
    .map(({ unit, label }) => [WORDS[unit], slug(label)].filter(Boolean).join('-'))
    .join('-')
}

/** The number in a label, in letters an address may hold: `Điều 12a` → `12a`, `đ` → `dd`, `PHỤ LỤC` → ``. */
function slug(label: string): string {
  const number = /(?:^|\s)(\d[\p{L}\d.]*|[ivxlc]+\p{L}?|\p{L})$/iu.exec(label)?.[1] ?? ''
  const plain = number.toLowerCase().replaceAll('đ', 'dd').normalize('NFD')
  return plain.replace(/[^a-z0-9]+/gu, '')
}
