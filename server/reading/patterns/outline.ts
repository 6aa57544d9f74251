import type { OutlinePart } from '../types.ts'

/**
 * Heads of the parts of a document on the plain copy (lower case, no diacritics), so that `Điểu 5.`, `Ðiều 5:`, `Chuơng II`
 * are caught as they stand. Group 1 is the label, group 2 its number.
 */
export interface HeadForm {
  kind: OutlinePart['kind']
  /** Place in the order of parts: a part ends where one of its rank or a lower one begins. */
  rank: number
  /** Sticky, tried where a line begins. */
  pattern: RegExp
}

const ORDINAL =
  'thu\\s+(?:nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi(?:\\s+(?:mot|hai|ba|tu|lam))?)|mot|hai|ba'
const NUMBER = `[ivxlc]{1,7}|\\d{1,2}|${ORDINAL}`
const AFTER = '(?![a-z0-9/])'

/** Ranks of the parts; numbered headings of letters without articles stand between them. */
export const RANK = {
  top: 0,
  chapter: 1,
  section: 2,
  subsection: 3,
  letter: 3.5,
  article: 4,
  roman: 4.5,
  clause: 5,
  point: 6,
} as const

/**
 * Parts that are named:
 *   PHẦN I / Phần thứ nhất      Chương I / CHƯƠNG 2 / Chuơng III     Mục 1 / MỤC II / Mục A     Tiểu mục 2
 *   PHỤ LỤC / Phụ lục II / PHỤ LỤC SỐ 01 / Phụ lục 1A               Mẫu số 01 / Biểu mẫu số 2 / Mẫu 03
 */
export const NAMED_HEADS: HeadForm[] = [
  { kind: 'part', rank: RANK.top, pattern: head(`phan\\s+(?:thu\\s+)?(${NUMBER}|[a-h])`) },
  { kind: 'chapter', rank: RANK.chapter, pattern: head(`chuong\\s+(?:thu\\s+)?(${NUMBER})`) },
  { kind: 'section', rank: RANK.subsection, pattern: head(`tieu\\s+muc\\s+(${NUMBER})`) },
  { kind: 'section', rank: RANK.section, pattern: head(`muc\\s+(${NUMBER}|[a-h])`) },
  {
    kind: 'appendix',
    rank: RANK.top,
    pattern: head('phu\\s+luc(?:\\s+(?:so\\s*:?\\s*)?([ivxlc]{1,7}[a-e]?|\\d{1,2}[a-z]?))?'),
  },
  {
    kind: 'appendix',
    rank: RANK.top,
    pattern: head(
      '(?:bieu\\s+)?mau(?:\\s+bieu)?\\s+(?:so\\s*:?\\s*)?(\\d{1,2}[a-z]?(?:\\.\\d{1,2})?(?:[-/][a-z-]{1,12})?)',
    ),
  },
]

function head(words: string): RegExp {
  return new RegExp(`(${words})${AFTER}`, 'uy')
}

/**
 * Điều at the head of a line, OCR slips in the number included:
 *   Điều 5. Tên điều     Điều 5: …     Điều 12a.     Điều l. (for 1)     Điều 1O.     Điều 5 Phạm vi (no dot)     Điều 5
 */
export const ARTICLE =
  /(die\s?u\s{0,3}(\d[\dlo]{0,2}|[li]\d{0,2})([a-z]?))(?![a-z0-9/])\s{0,2}([.:]?)/uy

/** Numbered items. `Khoản 1.` and `Điểm a)` where a document spells them out. */
export const ITEM_HEADS: HeadForm[] = [
  {
    kind: 'clause',
    rank: RANK.clause,
    pattern: /((?:khoan\s+)?(\d{1,3}[a-z]{0,2}))\s?[.:/)-]\s{0,8}(?=\S)/uy,
  },
  { kind: 'clause', rank: RANK.clause, pattern: /(\((\d{1,2})\))\s{0,8}(?=\S)/uy },
  { kind: 'point', rank: RANK.point, pattern: /((?:diem\s+)?([a-z][a-z\d]?))\s?\)\s{0,8}(?=\S)/uy },
]

/** Numbers in steps: `1.1 Về …`, `2.1.3. Nội dung`. */
export const STEPS = /(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s{1,8}(?=\S)/uy

/** Headings by roman number or capital letter: `I. KẾT QUẢ`, `II - NHIỆM VỤ`, `IV NỘI DUNG`, `A. ĐÁNH GIÁ CHUNG`. */
export const ROMAN = /(([ivxlc]{1,7}))(?:\s?[./)]|\s{1,3}[-:]|(?=\s))\s{0,8}(?=\S)/uy
export const LETTER = /(([a-h]))(?:\s?[./]|\s{1,3}-)\s{1,8}(?=\S)/uy

/**
 * Heads in the middle of a line whose breaks were lost, always behind the end of a sentence:
 *   … trên địa bàn tỉnh. Điều 2. Đối tượng áp dụng 1. Tổ chức … ; b) Cá nhân …     Chương II QUYỀN VÀ NGHĨA VỤ
 *   … xã hội chủ nghĩa."Điều 141. Hiệu lực     Nghị định 7/2021/NĐ-CP. Điều 1. Phạm vi. Khoản 2. Các cơ quan …
 * They count only when they continue the numbering. Group 1 is the head.
 */
export const INSIDE =
  /(?:[.;:”"»\])/]\s{1,3}|[.;]["”]?)(die\s?u\s{1,3}\d{1,3}[a-z]?\s?[.:]|chuong\s+[ivxlc]{1,7}\s|khoan\s+\d{1,3}\s?[.:]|(?<=\s)\d{1,2}\.\s|(?<=\s)[a-z]\)\s)/gu
/** The first khoản behind the name of a Điều has no sentence before it: `Điều 2. Đối tượng áp dụng 1. Tổ chức …`. */
export const FIRST_CLAUSE = /\s1[.-]\s/u

/** `(Ban hành kèm theo Quyết định số …)`: under the name of a document annexed to this one. */
export const ANNEXED = /\(\s?(?:(?:ban\s+hanh\s+)?kem\s+theo|dinh\s+kem)\s/gu
/** Names such a document goes by, in capitals: `QUY CHẾ`, `ĐIỀU LỆ`, `CHƯƠNG TRÌNH HÀNH ĐỘNG`. */
export const ANNEXED_NAME =
  /(?<![a-z])(?:quy\s+che|quy\s+dinh|quy\s+trinh|dieu\s+le|noi\s+quy|ke\s+hoach|chuong\s+trinh|de\s+an|phuong\s+an|danh\s+muc|huong\s+dan|bang\s+gia|dinh\s+muc)(?![a-z])/u

/** A document's name right behind a label: the line goes on a sentence (`Chương II Luật này`, `Điều 5 Nghị định số …`). */
export const CITED_BEHIND =
  /^[\s,.]*(?:bo\s+luat|luat|phap\s+lenh|nghi\s+dinh|nghi\s+quyet|thong\s+tu|quyet\s+dinh|hien\s+phap|quy\s+che|quy\s+dinh|dieu\s+uoc|hiep\s+dinh)\s+(?:nay|so|\d|[a-z]+\s+(?:nay|so))/u
/** What a line ends with when the next one goes on its sentence: `… theo khoản 2`, `… quy định tại`, `… Điều 3,`. */
export const GOES_ON =
  /(?:,|(?<![a-z])(?:khoan|diem|dieu|tai|theo|cua|va|hoac|cac|den|tu|o|voi|trong|cho)(?:\s+(?:\d{1,3}[a-z]?|[a-z]))?)$/u
/** Heads that amend: they belong to the amending document, never to what it quotes. */
export const AMENDS =
  /^[\s.:]*(?:sua\s+doi|bo\s+sung|bai\s+bo|thay\s+(?:the|cum|tu)|dinh\s+chinh|huy\s+bo|hieu\s+luc\s+thi\s+hanh|dieu\s+khoan\s+(?:thi\s+hanh|chuyen\s+tiep))(?![a-z])/u
/** `… Điều 5 được sửa đổi như sau:`: a quotation follows, with or without marks. */
export const AS_FOLLOWS = /nhu\s+sau\s?:\s*$/u
/** What a line ends with when the next one begins a sentence. */
export const ENDS = /(?:^|[.;:!?/”"»)\]])$/u
/** A line of a table of contents: dots or a wide gap, then the page. */
export const TOC_LINE = /(?:\.{3,}|…+|\s{6,}|\t)\s*\d{0,3}\s*$/u
export const TOC_TITLE = /(?:^|\n)\s{0,40}muc\s+luc\s*[.:]?\s*(?=\n)/u
