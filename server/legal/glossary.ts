/**
 * The one place where Vietnamese legal terms meet the codes of this project.
 * Enums of schemas and forms, labels of pages and words of patterns derive from here.
 * Sources: Luật 64/2025/QH15, Nghị định 78/2025 and 79/2025, Nghị định 30/2020/NĐ-CP, vocabulary of vbpl.vn.
 */

interface Term {
  vi: string
  en: string
}
type Terms = Record<string, Term>

/** The codes of a table of terms, in order, as a tuple that zod and mongoose take as an enum. */
export function codes<T extends object>(terms: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(terms) as [keyof T & string, ...(keyof T & string)[]]
}

/** The Vietnamese label of a code; the code itself when the table does not know it. */
export function labelOf(terms: Terms, code: string | null | undefined): string {
  return code ? (terms[code]?.vi ?? code) : ''
}

/**
 * Types of documents with the abbreviation used in symbols. QPPL types: Luật 64/2025 Điều 4; administrative types:
 * Nghị định 30/2020 Điều 7 and Phụ lục III; Party types: Hướng dẫn 36-HD/VPTW.
 */
export const DOCUMENT_TYPES = {
  constitution: { vi: 'Hiến pháp', en: 'Constitution', abbr: [] },
  code: { vi: 'Bộ luật', en: 'Code', abbr: [] },
  law: { vi: 'Luật', en: 'Law', abbr: ['L'] },
  ordinance: { vi: 'Pháp lệnh', en: 'Ordinance', abbr: ['PL'] },
  order: { vi: 'Lệnh', en: 'Order', abbr: ['L'] },
  resolution: { vi: 'Nghị quyết', en: 'Resolution', abbr: ['NQ'] },
  jointResolution: { vi: 'Nghị quyết liên tịch', en: 'Joint resolution', abbr: ['NQLT'] },
  decree: { vi: 'Nghị định', en: 'Decree', abbr: ['NĐ'] },
  decision: { vi: 'Quyết định', en: 'Decision', abbr: ['QĐ'] },
  circular: { vi: 'Thông tư', en: 'Circular', abbr: ['TT'] },
  jointCircular: { vi: 'Thông tư liên tịch', en: 'Joint circular', abbr: ['TTLT'] },
  directive: { vi: 'Chỉ thị', en: 'Directive', abbr: ['CT'] },
  consolidatedText: { vi: 'Văn bản hợp nhất', en: 'Consolidated text', abbr: ['VBHN'] },
  regulation: { vi: 'Quy chế', en: 'Regulation', abbr: ['QC'] },
  rules: { vi: 'Quy định', en: 'Rules', abbr: ['QyĐ'] },
  communique: { vi: 'Thông cáo', en: 'Communiqué', abbr: ['TC'] },
  notice: { vi: 'Thông báo', en: 'Notice', abbr: ['TB'] },
  guidance: { vi: 'Hướng dẫn', en: 'Guidance', abbr: ['HD'] },
  programme: { vi: 'Chương trình', en: 'Programme', abbr: ['CTr'] },
  actionProgramme: { vi: 'Chương trình hành động', en: 'Action programme', abbr: ['CTHĐ'] },
  plan: { vi: 'Kế hoạch', en: 'Plan', abbr: ['KH'] },
  scheme: { vi: 'Phương án', en: 'Scheme', abbr: ['PA'] },
  project: { vi: 'Đề án', en: 'Project', abbr: ['ĐA'] },
  investmentProject: { vi: 'Dự án', en: 'Investment project', abbr: ['DA'] },
  report: { vi: 'Báo cáo', en: 'Report', abbr: ['BC'] },
  minutes: { vi: 'Biên bản', en: 'Minutes', abbr: ['BB'] },
  submission: { vi: 'Tờ trình', en: 'Submission', abbr: ['TTr'] },
  contract: { vi: 'Hợp đồng', en: 'Contract', abbr: ['HĐ'] },
  officialLetter: { vi: 'Công văn', en: 'Official letter', abbr: ['CV'] },
  telegram: { vi: 'Công điện', en: 'Urgent dispatch', abbr: ['CĐ'] },
  conclusion: { vi: 'Kết luận', en: 'Conclusion', abbr: ['KL'] },
  invitation: { vi: 'Giấy mời', en: 'Invitation', abbr: ['GM'] },
  treaty: { vi: 'Điều ước quốc tế', en: 'Treaty', abbr: [] },
  document: { vi: 'Văn bản', en: 'Document', abbr: ['VB'] },
} as const satisfies Record<string, Term & { abbr: readonly string[] }>
export type DocumentType = keyof typeof DOCUMENT_TYPES

/** Class of a document: whether it is normative (domain rules 2.2). */
export const DOCUMENT_CLASSES = {
  qppl: { vi: 'QPPL', en: 'Normative' },
  administrative: { vi: 'Hành chính', en: 'Administrative' },
  party: { vi: 'Văn bản của Đảng', en: 'Party' },
  unknown: { vi: 'Chưa xác định', en: 'Unknown' },
} as const satisfies Terms
export type DocumentClass = keyof typeof DOCUMENT_CLASSES

/** Which way a document passed through the office. */
export const DIRECTIONS = {
  incoming: { vi: 'Văn bản đến', en: 'Incoming' },
  outgoing: { vi: 'Văn bản đi', en: 'Outgoing' },
  internal: { vi: 'Nội bộ', en: 'Internal' },
  reference: { vi: 'Tra cứu', en: 'Reference' },
} as const satisfies Terms
export type Direction = keyof typeof DIRECTIONS

export const DOCUMENT_STATES = {
  draft: { vi: 'Dự thảo', en: 'Draft' },
  confirmed: { vi: 'Đã đăng ký', en: 'Registered' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
} as const satisfies Terms
export type DocumentState = keyof typeof DOCUMENT_STATES

/** Relations between documents, each with both voices: `vi` from the actor, `reverseVi` from the one acted on. */
export const RELATION_KINDS = {
  basedOn: { vi: 'căn cứ', reverseVi: 'là căn cứ của', en: 'is based on' },
  amends: { vi: 'sửa đổi, bổ sung', reverseVi: 'được sửa đổi, bổ sung bởi', en: 'amends' },
  replaces: { vi: 'thay thế', reverseVi: 'bị thay thế bởi', en: 'replaces' },
  repeals: { vi: 'bãi bỏ', reverseVi: 'bị bãi bỏ bởi', en: 'repeals' },
  suspendsForce: {
    vi: 'tạm ngưng hiệu lực',
    reverseVi: 'bị tạm ngưng hiệu lực bởi',
    en: 'suspends force',
  },
  suspendsExecution: {
    vi: 'đình chỉ thi hành',
    reverseVi: 'bị đình chỉ thi hành bởi',
    en: 'suspends execution',
  },
  corrects: { vi: 'đính chính', reverseVi: 'được đính chính bởi', en: 'corrects' },
  consolidates: { vi: 'hợp nhất', reverseVi: 'được hợp nhất bởi', en: 'consolidates' },
  details: { vi: 'quy định chi tiết', reverseVi: 'được quy định chi tiết bởi', en: 'details' },
  guidesApplication: {
    vi: 'hướng dẫn',
    reverseVi: 'được hướng dẫn bởi',
    en: 'guides application of',
  },
  promulgates: { vi: 'ban hành kèm theo', reverseVi: 'được ban hành kèm theo', en: 'promulgates' },
  implements: { vi: 'thực hiện', reverseVi: 'được thực hiện bởi', en: 'implements' },
  repliesTo: { vi: 'trả lời', reverseVi: 'được trả lời bởi', en: 'replies to' },
  proposes: { vi: 'đề nghị', reverseVi: 'được đề nghị bởi', en: 'rests on the proposal of' },
  ordersReview: {
    vi: 'yêu cầu rà soát',
    reverseVi: 'được yêu cầu rà soát bởi',
    en: 'orders review of',
  },
  interprets: { vi: 'giải thích', reverseVi: 'được giải thích bởi', en: 'interprets' },
  announces: { vi: 'công bố', reverseVi: 'được công bố bởi', en: 'announces' },
  cites: { vi: 'dẫn chiếu', reverseVi: 'được dẫn chiếu bởi', en: 'cites' },
} as const satisfies Record<string, Term & { reverseVi: string }>
export type RelationKind = keyof typeof RELATION_KINDS

/** Relations by which one document changes the life of another (they make effects). */
export const CHANGING_RELATIONS = [
  'amends',
  'replaces',
  'repeals',
  'suspendsForce',
  'suspendsExecution',
] as const satisfies RelationKind[]
/** Relations by which a document rests on another (they carry reviews). Nghị định 79/2025 Điều 39. */
export const CARRYING_RELATIONS = [
  'basedOn',
  'details',
  'guidesApplication',
] as const satisfies RelationKind[]

/** Force status (tình trạng hiệu lực), words of vbpl.vn; `lamp` names the shape and colour of the interface. */
export const FORCE_STATUSES = {
  inForce: { vi: 'Còn hiệu lực', en: 'In force', lamp: 'con' },
  notYetInForce: { vi: 'Chưa có hiệu lực', en: 'Not yet in force', lamp: 'chua' },
  partlyExpired: { vi: 'Hết hiệu lực một phần', en: 'Partly expired', lamp: 'phan' },
  amended: { vi: 'Đã được sửa đổi', en: 'Amended', lamp: 'sua' },
  expired: { vi: 'Hết hiệu lực toàn bộ', en: 'Expired', lamp: 'het' },
  suspended: { vi: 'Tạm ngưng hiệu lực', en: 'Suspended', lamp: 'ngung' },
  partlySuspended: { vi: 'Tạm ngưng hiệu lực một phần', en: 'Partly suspended', lamp: 'ngung1' },
  noLongerFit: { vi: 'Không còn phù hợp', en: 'No longer fit', lamp: 'lech' },
  undetermined: { vi: 'Chưa xác định', en: 'Undetermined', lamp: 'unk' },
} as const satisfies Record<string, Term & { lamp: string }>
export type ForceStatus = keyof typeof FORCE_STATUSES

/** Dated events in the life of a document. */
export const EFFECT_KINDS = {
  issued: { vi: 'Văn bản được ban hành', en: 'Issued' },
  tookEffect: { vi: 'Văn bản có hiệu lực', en: 'Took effect' },
  amended: { vi: 'Được sửa đổi, bổ sung', en: 'Amended' },
  partlyEnded: { vi: 'Hết hiệu lực một phần', en: 'Partly ended' },
  replaced: { vi: 'Bị thay thế', en: 'Replaced' },
  repealed: { vi: 'Bị bãi bỏ', en: 'Repealed' },
  suspended: { vi: 'Bị tạm ngưng hiệu lực', en: 'Suspended' },
  resumed: { vi: 'Tiếp tục có hiệu lực', en: 'Resumed' },
  expired: { vi: 'Hết thời hạn hiệu lực', en: 'Expired' },
} as const satisfies Terms
export type EffectKind = keyof typeof EFFECT_KINDS

/** State of a citation in the register. */
export const CITATION_STATES = {
  linked: { vi: 'Đã liên kết', en: 'Linked' },
  several: { vi: 'Nhiều văn bản khớp', en: 'Several candidates' },
  missing: { vi: 'Chưa có trong sổ', en: 'Not in the register' },
  rejected: { vi: 'Không phải viện dẫn', en: 'Not a citation' },
} as const satisfies Terms
export type CitationState = keyof typeof CITATION_STATES

/** Stages of one review; `turn` says whose turn it is. */
export const REVIEW_STATES = {
  proposed: { vi: 'Đề nghị', en: 'Proposed', turn: 'lead' },
  open: { vi: 'Chưa nhận việc', en: 'Open', turn: 'reviewer' },
  accepted: { vi: 'Đã nhận việc', en: 'Accepted', turn: 'reviewer' },
  inProgress: { vi: 'Đang rà soát', en: 'In progress', turn: 'reviewer' },
  submitted: { vi: 'Chờ duyệt', en: 'Submitted', turn: 'approver' },
  returned: { vi: 'Trả lại', en: 'Returned', turn: 'reviewer' },
  approved: { vi: 'Đã duyệt, chờ văn bản xử lý', en: 'Approved, follow-up awaited', turn: 'unit' },
  closed: { vi: 'Đã đóng', en: 'Closed', turn: 'nobody' },
} as const satisfies Record<string, Term & { turn: string }>
export type ReviewState = keyof typeof REVIEW_STATES

/** States of a task that a document orders. */
export const TASK_STATES = {
  open: { vi: 'Chưa nhận việc', en: 'Open' },
  accepted: { vi: 'Đã nhận việc', en: 'Accepted' },
  done: { vi: 'Đã xong', en: 'Done' },
  closed: { vi: 'Đã đóng', en: 'Closed' },
} as const satisfies Record<string, Term>
export type TaskState = keyof typeof TASK_STATES

/** Outcomes of a review (kết luận, kiến nghị), domain 1.10; `followUp`: runs on until the issued document is registered. */
export const OUTCOMES = {
  keep: { vi: 'Giữ nguyên', en: 'Keep', followUp: false },
  amend: { vi: 'Sửa đổi, bổ sung', en: 'Amend', followUp: true },
  replace: { vi: 'Thay thế', en: 'Replace', followUp: true },
  repealPart: { vi: 'Bãi bỏ một phần', en: 'Repeal in part', followUp: true },
  repealAll: { vi: 'Bãi bỏ toàn bộ', en: 'Repeal', followUp: true },
  suspendForce: { vi: 'Tạm ngưng hiệu lực', en: 'Suspend force', followUp: true },
  suspendExecution: { vi: 'Đình chỉ việc thi hành', en: 'Suspend execution', followUp: true },
  issueNew: { vi: 'Ban hành mới', en: 'Issue new', followUp: true },
  expiredByTime: { vi: 'Hết hiệu lực theo thời gian', en: 'Expired by time', followUp: false },
  undetermined: { vi: 'Chưa xác định', en: 'Undetermined', followUp: false },
} as const satisfies Record<string, Term & { followUp: boolean }>
export type Outcome = keyof typeof OUTCOMES

/** Whether a review is one the law knows (QPPL) or the house's own. Never mixed in a statutory list. */
export const REVIEW_KINDS = {
  statutory: { vi: 'Rà soát theo luật', en: 'Statutory review' },
  internal: { vi: 'Rà soát nội bộ', en: 'Internal review' },
} as const satisfies Terms
export type ReviewKind = keyof typeof REVIEW_KINDS

/** What a person may do; a user holds one or several. */
export const ROLES = {
  reader: { vi: 'Người tra cứu', en: 'Reader' },
  clerk: { vi: 'Văn thư', en: 'Clerk' },
  reviewer: { vi: 'Người rà soát', en: 'Reviewer' },
  legalLead: { vi: 'Tổ trưởng Tổ pháp chế', en: 'Legal lead' },
  admin: { vi: 'Quản trị', en: 'Administrator' },
} as const satisfies Terms
export type Role = keyof typeof ROLES
