import type { Copies } from '../fold.ts'
import type { Span } from '../types.ts'

/** Words of a head that belong to no field. `furniture` (page numbers, running heads) may stand inside a field and is cut out. */
export interface Noise extends Span {
  kind: 'motto' | 'ruler' | 'furniture' | 'mark'
}

/**
 * On the plain copy:
 *   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM · VIỆT NAM DÂN CHỦ CỘNG HÒA · Độc lập - Tự do - Hạnh phúc · ĐẢNG CỘNG SẢN VIỆT NAM
 *   ------- · ******** · ____ · a star alone on its line
 *   CÔNG BÁO/Số 1003 + 1004/Ngày 29-12-2013 3 · a page number alone on its line
 *   DỰ THẢO LẦN 2 · DỰ THẢO 24.10.2016 · Ký bởi: … · Người ký: … · Signature Not Verified · BẢN SAO
 */
const PATTERNS: [Noise['kind'], RegExp][] = [
  [
    'motto',
    /(?<!nuoc[^\S\n]{1,3})(?:c[o0]ng\s{1,6}h[o0]a\s{1,6}xa\s{1,6}h[o0]i\s{1,6}chu\s{1,6}nghia\s{1,6}vi[e]t\s{1,6}nam|viet\s{1,6}nam\s{1,6}dan\s{1,6}chu\s{1,6}cong\s{1,6}hoa)(?:\s{0,4}[-*=_]{1,40})?|d[o0]c\s{1,6}lap\s{0,6}[-.~—]{0,3}\s{0,6}tu\s{1,6}d[o0]\s{0,6}[-.~—]{0,3}\s{0,6}h[a-z]nh\s{1,6}phuc|(?<![a-z])dang\s{1,6}cong\s{1,6}san\s{1,6}viet\s{1,6}nam/gu,
  ],
  ['ruler', /[-_*=~.+]{3,}|^[^\S\n]*(?:[*_-]|\*\s\*\s\*|o0o)[^\S\n]*$/gmu],
  [
    'furniture',
    /^[^\S\n]*(?:\d{1,4}\s{1,30})?cong\s{1,3}bao\s?\/\s?so\s[^\n]{1,60}$|^[^\S\n]*\d{1,4}[^\S\n]*$|^[^\S\n]*-\s\d{1,4}\s-[^\S\n]*$|^[^\S\n]*(?:trang|page)\s\d{1,4}[^\n]{0,12}$/gmu,
  ],
  [
    'mark',
    /du\s{1,3}thao(?:\s{1,3}lan\s{1,3}(?:thu\s{1,3})?\d{1,2}|\s{1,3}\d{1,2}[./]\d{1,2}[./]\d{4})?|^[^\S\n]*(?:duoc\s{1,3})?ky\s{1,3}boi\s[^\n]*|^[^\S\n]*(?:ky\s{1,3}boi|nguoi\s{1,3}ky|duoc\s{1,3}ky\s{1,3}boi|co\s{1,3}quan|to\s{1,3}chuc|chuc\s{1,3}vu|thoi\s{1,3}gian\s{1,3}ky|ngay\s{1,3}ky|email|don\s{1,3}vi|digitally\s{1,3}signed|signature\s|signer|date|reason|location|dn|cn)\s{0,3}[:=][^\n]*|signature\s{1,3}not\s{1,3}verified|digitally\s{1,3}signed\s{1,3}by[^\n]*|(?<=^[^\S\n]{0,2}|\s{3})(?:\(?ban\s{1,3}sao\)?|sao\s{1,3}y|hoa\s{1,3}toc|thuong\s{1,3}khan|khan|mat|toi\s{1,3}mat|tuyet\s{1,3}mat)(?:\s?\([^)\n]{1,40}\)|\s{1,3}hen\s{1,3}gio[^\n]{0,30}?)?(?=[^\S\n]*$|\s{3}|\s(?:cong\shoa|doc\slap|dang\scong))/gmu,
  ],
]

/** The noise of a head, in the order of the text. */
export function findNoise({ plain, shape }: Copies): Noise[] {
  return PATTERNS.flatMap(([kind, pattern]) =>
    [...plain.matchAll(pattern)].flatMap(({ index: start, 0: { length } }) => {
      const end = start + length
      return isStamped(shape.slice(start, end)) ? [{ kind, start, end }] : []
    }),
  ).sort((a, b) => a.start - b.start)
}

/** `dự thảo`, `khẩn`, `Đảng Cộng sản Việt Nam` in small letters are words of a sentence. */
function isStamped(words: string): boolean {
  return (
    !/^\s*(?:\p{L}ự thảo|\p{L}ảng cộng sản|hỏa tốc|hoả tốc|thượng khẩn|khẩn|mật|tối mật|tuyệt mật)/iu.test(
      words,
    ) || !/\p{Ll}/u.test(words.replace(/\(.*$|hẹn giờ.*$|lần.*$/u, ''))
  )
}

/** The words of a span without the noise in it. */
export function withoutNoise(text: string, { start, end }: Span, noise: readonly Span[]): string {
  const parts: string[] = []
  let from = start
  for (const cut of noise) {
    if (cut.start < from || cut.end > end) continue
    parts.push(text.slice(from, cut.start))
    from = cut.end
  }
  return [...parts, text.slice(from, end)].join(' ')
}
