/** Dashes a number may be written with; they do not count when numbers are compared. */
const DASHES = /[-\u2010-\u2015\u2212\u00ad\ufe58\ufe63\uff0d]/gu
const BLANKS = /[\s\x85\u200b-\u200f\ufeff]+/gu
const EDGE = /^[.,;:()]+|[.,;:()]+$/gu
const LOOK_ALIKES: Record<string, string> = {
  '\u2044': '/',
  '\u2215': '/',
  '\uff0f': '/',
  Ð: 'Đ',
  ð: 'đ',
}

/** What two spellings of one number share: NFC, no blanks, no dashes, upper case. Null for no number. */
export function numberKey(number: unknown): string | null {
  if (number === null || number === undefined) return null
  const key = plainSigns(textOf(number).normalize('NFC')).replace(BLANKS, '').replace(DASHES, '')
  return key.toUpperCase().replace(EDGE, '') || null
}

/** Words without case, diacritics and punctuation. Null when none are left. */
export function wordsKey(words: unknown): string | null {
  if (words === null || words === undefined) return null
  const lower = plainSigns(textOf(words)).normalize('NFD').toLowerCase().replaceAll('đ', 'd')
  const key = lower.replace(/\p{Mn}/gu, '').replace(/[^a-z0-9]+/gu, ' ')
  return key.trim() || null
}

const TYPE_ALIASES = new Map(
  Object.entries({
    QĐ: 'Quyết định',
    NĐ: 'Nghị định',
    TT: 'Thông tư',
    TTLT: 'Thông tư liên tịch',
    NQ: 'Nghị quyết',
    CT: 'Chỉ thị',
    KH: 'Kế hoạch',
    CV: 'Công văn',
    TB: 'Thông báo',
    VB: 'Văn bản',
    TTr: 'Tờ trình',
    CĐ: 'Công điện',
    KL: 'Kết luận',
    HD: 'Hướng dẫn',
    BC: 'Báo cáo',
    BB: 'Biên bản',
  }).map(([short, long]) => [wordsKey(short), wordsKey(long)]),
)

/** Key of a document type: `QĐ` and `Quyết định` are one. */
export function typeKey(type: unknown): string | null {
  const key = wordsKey(type)
  return TYPE_ALIASES.get(key) ?? key
}

function plainSigns(text: string): string {
  return text.replace(/[\u2044\u2215\uff0fÐð]/gu, sign => LOOK_ALIKES[sign] ?? sign)
}

/** A wrong prediction may hold anything where a text belongs. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
