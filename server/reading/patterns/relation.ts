import type { RelationKind } from '../../legal/glossary.ts'

/**
 * Words that say a relation, standing right before the cited document (plain copy), strongest first:
 *   Căn cứ Luật …;                                       basedOn (only at the head of a paragraph)
 *   sửa đổi, bổ sung một số điều của Nghị định số …       amends
 *   thay thế Quyết định số …                              replaces
 *   bãi bỏ … tại Quyết định số …                          repeals
 *   hết hiệu lực kể từ ngày Quyết định này có hiệu lực: …  repeals
 *   quy định chi tiết một số điều của Luật …               details
 *   hướng dẫn thực hiện Quyết định số …                   guidesApplication
 */
export interface RelationWords {
  kind: RelationKind
  words: RegExp
}

const OF =
  '(?:\\s+(?:mot\\s+so|cac|nhung|toan\\s+bo|mot\\s+phan|noi\\s+dung|quy\\s+dinh|dieu|khoan|diem|phu\\s+luc|cum\\s+tu|tai|cua|va|ban\\s+hanh|kem\\s+theo|khoan\\s+nay|thi\\s+hanh|bien\\s+phap|\\d+|[ivx]+|,|[“"][^“”"]{0,80}[”"]))*'
const LONG = '[^;.:]{0,160}'

export const RELATION_WORDS: RelationWords[] = [
  {
    kind: 'amends',
    words: new RegExp(
      `(?:sua\\s+doi|bo\\s+sung|dieu\\s+chinh)(?:\\s*,?\\s*(?:va\\s+)?(?:bo\\s+sung|sua\\s+doi|thay\\s+the))*${OF}\\s*$`,
      'u',
    ),
  },
  {
    kind: 'suspendsForce',
    words: new RegExp(`ngung\\s+hieu\\s+luc(?:\\s+thi\\s+hanh)?${OF}\\s*$`, 'u'),
  },
  {
    kind: 'suspendsExecution',
    words: new RegExp(`dinh\\s+chi(?:\\s+viec)?\\s+thi\\s+hanh${OF}\\s*$`, 'u'),
  },
  { kind: 'corrects', words: new RegExp(`dinh\\s+chinh${OF}\\s*$`, 'u') },
  { kind: 'consolidates', words: new RegExp(`hop\\s+nhat${OF}\\s*$`, 'u') },
  {
    kind: 'repeals',
    words: new RegExp(
      `(?:bai\\s+bo|huy\\s+bo|cham\\s+dut\\s+hieu\\s+luc)(?:\\s+[^;.:]{0,80}(?:tai|cua|theo))?${OF}\\s*$`,
      'u',
    ),
  },
  {
    kind: 'replaces',
    words: new RegExp(`thay\\s+(?:the|cho)(?:\\s+${LONG}(?:tai|cua))?${OF}\\s*$`, 'u'),
  },
  {
    kind: 'details',
    words: new RegExp(
      `quy\\s+dinh\\s+ch[i]\\s+tiet(?:\\s+(?:thi\\s+hanh|va\\s+huong\\s+dan\\s+thi\\s+hanh|,?\\s*huong\\s+dan\\s+thi\\s+hanh|va\\s+bien\\s+phap\\s+thi\\s+hanh))?(?:\\s+${LONG}cua)?${OF}\\s*$`,
      'u',
    ),
  },
  {
    kind: 'guidesApplication',
    words: new RegExp(
      `(?<!theo\\s)huong\\s+dan(?!\\s+tai)(?:\\s+(?:thi\\s+hanh|thuc\\s+hien|ap\\s+dung))?(?:\\s+(?:quy\\s+dinh|cac\\s+quy\\s+dinh|mot\\s+so|noi\\s+dung)${LONG}(?:cua|tai))?${OF}\\s*$`,
      'u',
    ),
  },
  {
    kind: 'promulgates',
    words: /(?:ban\s+hanh\s+)?(?:kem\s+)theo(?:\s+van\s+ban)?\s*$|duoc\s+ban\s+hanh\s+theo\s*$/u,
  },
  { kind: 'announces', words: /cong\s+bo\s+(?:theo|tai|kem\s+theo)\s*$/u },
  { kind: 'repliesTo', words: /(?:phuc\s+dap|tra\s+loi)\s*$/u },
  {
    kind: 'proposes',
    words: /(?:xet|theo)\s+(?:de\s+nghi|de\s+xuat)\s+cua\s+[^;:]{0,200}\s+(?:tai|theo)\s*$/u,
  },
  {
    kind: 'implements',
    words:
      /(?:thuc\s+hien|trien\s+khai(?:\s+thuc\s+hien)?|thuc\s+hien\s+theo)(?:\s+cac)?(?:\s+(?:nghi|ke|quyet|cong|chi|thong|van)\s+\S+(?:\s+cua\s+[^;:]{2,60})?\s*:)?\s*$/u,
  },
  { kind: 'ordersReview', words: /ra\s+soat\s+[^;:]{0,200}\s+tai\s*$/u },
]

/** The paragraph rests on what it names. OCR: `Cản cứ`; Markdown and list marks before it. */
export const BASIS_HEAD = /^[\s*_\-–+>•.()\d“"']{0,12}can\s+cu(?:\s+(?:vao|cac))?\s+/u
/** Work ordered in fulfilment of what the paragraph names first. */
export const IMPLEMENT_HEAD =
  /^[\s*_\-–+>•]{0,8}(?:thuc\s+hien|trien\s+khai(?:\s+thuc\s+hien)?)\s+/u
/** `… được sửa đổi, bổ sung bởi Nghị định …`: the document named behind acts on the one before. */
export const PASSIVE =
  /(?:duoc|bi|da)\s+[^;:]{0,60}?(?<!theo\s)(sua\s+doi|bo\s+sung|thay\s+the|bai\s+bo|huong\s+dan|dinh\s+chinh|bo\s+sung)[^;:]{0,60}?\s(?:boi|hoi|theo|bang|tai)\s*:?\s+(?:cac\s+)?$/u
/** Head of a list whose items share the relation: `… thay thế và bãi bỏ các văn bản sau:`. */
export const LIST_HEAD =
  /(thay\s+the|bai\s+bo|huy\s+bo|het\s+hieu\s+luc|sua\s+doi,?\s+bo\s+sung)[^;:]{0,220}:\s*$/u
/** What makes such words a head: it says that documents follow. */
export const NAMES_A_LIST =
  /(?:nay|sau|sau\s+day|van\s+ban|thi\s+hanh|cac\s+(?:quyet\s+dinh|nghi\s+quyet|chi\s+thi|thong\s+tu|nghi\s+dinh))\s*:?\s*/u
/** An item of such a list: `a) `, `1. `, `- `. */
export const LIST_ITEM = /^\s*(?:[a-zđ]{1,2}\)|\d{1,2}[.)]|[-+*•–])\s*/u
/** The words go on in the same sentence about this document: `… và bãi bỏ Quyết định số`. */
export const SAME_ACTOR =
  /^\s*(?:,|va|dong\s+thoi|;|\s)*\s*(?:dong\s+thoi\s+)?(?:bai\s+bo|thay\s+the|huy\s+bo|sua\s+doi,?\s+bo\s+sung)\s*(?:mot\s+so\s+dieu\s+cua\s+)?$/u
/** `Quyết định số … hết hiệu lực kể từ ngày Quyết định này có hiệu lực`. */
export const EXPIRES_AFTER =
  /^[^;:]{0,220}?\s(het\s+hieu\s+luc|bi\s+bai\s+bo|duoc\s+bai\s+bo|khong\s+con\s+hieu\s+luc)(?:\s+thi\s+hanh)?\s+(?:toan\s+bo\s+)?ke\s+tu\s+ngay\s+(?:[a-z]+\s+){1,4}nay\s+co\s+hieu\s+luc/u
/** `Quyết định số … được thay thế bằng Quyết định này`: this document is the one that acts. */
export const ENDED_BY_THIS =
  /^[^;:.]{0,220}?\s(?:duoc|bi)\s+(thay\s+the|bai\s+bo|huy\s+bo)\s+(?:bang|boi)\s+(?:[a-z]+\s+){1,4}nay(?![a-z])/u
/** Between two citations of one list: nothing but joints, an issuer, `số`. */
export const LIST_JOINT = /^\s*(?:,|va|;|,\s*va|hoac)\s*(?:cac\s+|so\s+)?$/u
/** The act a clause opens with, told of what was issued with a document: `Điều 1. Điều chỉnh … ban hành kèm theo Quyết định`. */
export const OPENING_ACT =
  /^\s*(?:dieu\s+\d+\s*[.:]\s*|\d{1,2}[.)]\s*|[a-z]\)\s*|[-+]\s*)?(sua\s+doi|bo\s+sung|dieu\s+chinh|thay\s+the|bai\s+bo)[\s,]/u
