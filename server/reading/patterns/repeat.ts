const NOUN = [
  'thong\\s+tu\\s+lien\\s+tich|nghi\\s+quyet\\s+lien\\s+tich|bo\\s+luat|luat|phap\\s+lenh|nghi\\s+quyet|nghi\\s+dinh',
  'quyet\\s+dinh|thong\\s+tu|chi\\s+thi|thong\\s+bao|ke\\s+hoach|cong\\s+van|cong\\s+dien|ket\\s+luan|huong\\s+dan',
  'to\\s+trinh|bao\\s+cao|chuong\\s+trinh|de\\s+an|van\\s+ban',
].join('|')

/**
 * Words that may repeat a citation (plain copy):
 *   Nghị quyết 01 / Quyết định số 20       no symbol, year, day or unit behind the number
 *   Nghị định nêu trên, Thông tư nói trên, văn bản vừa nêu, Công văn dẫn trên
 *   Quyết định trên.  Nghị quyết trên và …  not `trên địa bàn`, `trên cơ sở`
 *   Luật này
 * Several at once (`các Quyết định nêu trên`) repeat no single one.
 */
export const REPEAT = new RegExp(
  `(?<![a-z0-9])(?<noun>${NOUN})\\s+(?:(?:so\\s+)?(?<serial>\\d{1,4}[a-z]?)(?![\\d/]|\\s+\\d|\\s{0,2}[-/]\\s{0,2}[a-z\\d]|[.,]\\d|\\s+(?:ngay|nam|thang|gio|nguoi|van\\s+ban|dieu|khoan|%|trieu|ty|dong))|(?:(?:da\\s+)?(?:noi|neu|dan|ke|vua)\\s+(?:tren|neu|dan)(?:\\s+day)?)(?![a-z])|tren(?=\\s*(?:[.,;:)]|$|\\n|(?:va|cua|duoc|co|da|thi|de|la|tai|theo|cho|den|dong\\s+thoi|chua|khong|con|van|quy\\s+dinh)\\s))|(?<own>nay)(?![a-z]))`,
  'gu',
)

/** Several are meant: what may not stand right before the noun. */
export const SEVERAL = /(?:cac|nhung|hai|ba|\d)\s{1,3}$/u

/** Nouns that may mean a document of any type. */
export const ANY_DOCUMENT = /^van\s+ban$/u
