import type { PinpointStep } from '../types.ts'

/**
 * Words of a pinpoint, on the plain copy:
 *   điểm a khoản 2 Điều 5 · Mục I Phần B · tiểu mục a điểm 2.4 mục 2 phần I
 *   Phụ lục số 01, Mẫu số 02 · đoạn thứ hai khoản 1 · gạch đầu dòng thứ ba
 *   Điề u 94: a word split by a PDF text layer
 */
export const UNITS: readonly { words: string; unit: PinpointStep['unit']; rank: number }[] = [
  { words: 'phu\\s+luc', unit: 'appendix', rank: 0 },
  { words: 'mau', unit: 'form', rank: 1 },
  { words: 'bieu', unit: 'form', rank: 1 },
  { words: 'phan', unit: 'part', rank: 2 },
  { words: 'chuong', unit: 'chapter', rank: 3 },
  { words: 'tieu\\s+muc', unit: 'item', rank: 8 },
  { words: 'muc', unit: 'section', rank: 4 },
  { words: 'die\\s?u', unit: 'article', rank: 5 },
  { words: 'khoan', unit: 'clause', rank: 6 },
  { words: 'diem', unit: 'point', rank: 7 },
  { words: 'tiet', unit: 'item', rank: 8 },
  { words: 'gach\\s+dau\\s+dong', unit: 'paragraph', rank: 9 },
  { words: 'doan', unit: 'paragraph', rank: 9 },
]
const words = UNITS.map(unit => unit.words).join('|')

/** A keyword, an ordinal (`thứ hai`, `đầu`, `cuối`), a value (`12`, `5a`, `2.4`, `IV`, `đ`), a joint, or anything else. */
export const TOKEN = new RegExp(
  `(?:${words})(?![a-z])|thu\\s+(?:nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)(?![a-z])|\\d{1,3}(?:\\.\\d{1,2}){1,3}(?![\\d/])|[a-z0-9]+|[,.;-]|[^\\s]`,
  'gu',
)
export const KEYWORD = new RegExp(`^(?:${words})$`, 'u')
export const VALUE =
  /^(?:\d{1,3}[a-z]?|\d{1,3}(?:\.\d{1,2}){1,3}|[ivxlc]{1,6}|[a-z]\d?|thu\s+[a-z]+|dau|cuoi)$/u
/** Joints of a list or a range. */
export const JOINT = /^(?:cac|va|den|so|,|nhung|hoac)$/u
