/**
 * The reader of Vietnamese official documents, as published: `import { extract } from 'soat/extract'`.
 * Pure functions over text: no model, no network, no file, no database; nothing of the server comes along.
 *
 * @example
 * import { extract } from 'soat/extract'
 *
 * const text = 'Căn cứ khoản 2 Điều 5 Nghị định số 34/2016/NĐ-CP ngày 14/5/2016 của Chính phủ;'
 * const [citation] = extract(text).citations
 * citation.number // '34/2016/NĐ-CP'
 * citation.date // '2016-05-14'
 * citation.pinpoint // 'khoản 2 Điều 5'
 * citation.relation // 'basedOn'
 * text.slice(citation.start, citation.end) === citation.quote // true
 */
export { extract } from './index.ts'
export { extractNumbers } from './extractNumbers.ts'
export type { NumberCited } from './extractNumbers.ts'
export type * from './types.ts'
export type { IsoDate } from '../legal/dates.ts'
export type { DocumentType, RelationKind } from '../legal/glossary.ts'
