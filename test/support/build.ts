import { Types } from 'mongoose'
import { numberKey } from '../../server/legal/documentNumber.ts'
import { DOCUMENT_TYPES, labelOf, type Role } from '../../server/legal/glossary.ts'
import { issuerKeyOf } from '../../server/legal/issuerKey.ts'
import { searchWords } from '../../server/legal/searchWords.ts'
import { nameWords } from '../../server/catalogue/learned/nameWords.ts'
import { toKeyOf } from '../../server/catalogue/citations/citationKeys.ts'
import { Citation, type CitationRecord } from '../../server/models/Citation.ts'
import { Effect, type EffectRecord } from '../../server/models/Effect.ts'
import { HomeBody, type HomeBodyRecord } from '../../server/models/HomeBody.ts'
import { LearnedName, type LearnedNameRecord } from '../../server/models/LearnedName.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../server/models/LegalDocument.ts'
import { Notice, type NoticeRecord } from '../../server/models/Notice.ts'
import { Relation, type RelationRecord } from '../../server/models/Relation.ts'
import { Review, type ReviewRecord } from '../../server/models/Review.ts'
import { Task, type TaskRecord } from '../../server/models/Task.ts'
import { Unit, type UnitRecord } from '../../server/models/Unit.ts'
import { User, type UserRecord } from '../../server/models/User.ts'
import type { Actor } from '../../server/people/actor.ts'

/** Records for tests: name only what matters; parents are made where they are needed. Each returns the plain stored record. */

/** "Today" of the tests, a Monday. */
export const TODAY = '2026-11-23'
export const NOW = new Date('2026-11-23T01:20:00Z')

let serial = 0
const next = () => (serial += 1)

export async function buildHome(home: Partial<HomeBodyRecord> = {}): Promise<HomeBodyRecord> {
  return plain(
    await HomeBody.create({
      name: 'Sở Công Thương',
      superiorName: 'Ủy ban nhân dân tỉnh Đồng Tháp',
      provinceCode: '82',
      provinceName: 'Đồng Tháp',
      abbreviations: ['SCT'],
      kind: 'test',
      ...home,
    }),
  )
}

export async function buildUnit(unit: Partial<UnitRecord> = {}): Promise<UnitRecord> {
  return plain(await Unit.create({ name: `Phòng thử ${next()}`, ...unit }))
}

export async function buildUser(user: Partial<UserRecord> = {}): Promise<UserRecord> {
  const n = next()
  return plain(
    await User.create({
      username: `user${n}`,
      name: `Chuyên viên ${n}`,
      roles: ['clerk'],
      ...user,
    }),
  )
}

/** A signed-in person with the roles; stored as a user too. */
export async function buildActor(
  roles: Role[] = ['clerk'],
  user: Partial<UserRecord> = {},
): Promise<Actor> {
  const { _id, name, username, unit } = await buildUser({ roles, ...user })
  return { id: _id, name, username, roles, unit: unit ?? null }
}

/** A registered decision of a province, unless said otherwise. Keys and search words follow from the fields. */
export async function buildDocument(
  fields: Partial<LegalDocumentRecord> = {},
): Promise<LegalDocumentRecord> {
  const n = next()
  const document: Partial<LegalDocumentRecord> = {
    state: 'confirmed',
    number: `${n}/2024/QĐ-UBND`,
    type: 'decision',
    issuerName: 'UBND tỉnh Đồng Tháp',
    issuedOn: '2024-05-06',
    title: `Văn bản thử số ${n}`,
    hasText: Boolean(fields.text),
    ...fields,
  }
  const { number = '', title = '', issuerName = '', type = '', issuedOn = null } = document
  return plain(
    await LegalDocument.create({
      numberKey: number ? numberKey(number) : '',
      issuerKey: issuerKeyOf({ number, name: issuerName, issuedOn }),
      searchWords: searchWords({
        number,
        title,
        issuerName,
        signer: document.signer ?? '',
        typeLabel: labelOf(DOCUMENT_TYPES, type),
      }),
      ...document,
    }),
  )
}

/** A live citation of `20/2019/QĐ-UBND` that waits, in a document made for it, unless said otherwise. */
export async function buildCitation(fields: Partial<CitationRecord> = {}): Promise<CitationRecord> {
  const { title = '', year = null } = fields
  const from = fields.from ?? (await buildDocument())._id
  const number = fields.number ?? (title ? '' : '20/2019/QĐ-UBND')
  const { quote = title || `Quyết định số ${number}`, start = next() * 1000 } = fields
  return plain(
    await Citation.create({
      start,
      end: start + quote.length,
      sentence: `Căn cứ ${quote};`,
      toKey: toKeyOf({ number, title, year }),
      isLive: true,
      ...fields,
      number,
      quote,
      from,
    }),
  )
}

export async function buildRelation(fields: Partial<RelationRecord> = {}): Promise<RelationRecord> {
  return plain(
    await Relation.create({
      from: fields.from ?? (await buildDocument())._id,
      to: fields.to ?? (await buildDocument())._id,
      kind: 'basedOn',
      quote: 'Căn cứ văn bản thử;',
      ...fields,
    }),
  )
}

export async function buildEffect(fields: Partial<EffectRecord> = {}): Promise<EffectRecord> {
  return plain(
    await Effect.create({
      target: fields.target ?? (await buildDocument())._id,
      kind: 'replaced',
      source: fields.source ?? (await buildDocument())._id,
      on: '2026-12-01',
      recordedOn: TODAY,
      ...fields,
    }),
  )
}

export async function buildReview(fields: Partial<ReviewRecord> = {}): Promise<ReviewRecord> {
  const n = next()
  return plain(
    await Review.create({
      code: `RS-2026-${String(n).padStart(4, '0')}`,
      document: fields.document ?? (await buildDocument({ own: true }))._id,
      kind: 'statutory',
      ground: 'basisChanged',
      triggerKey: `test:${n}`,
      dueOn: '2026-12-01',
      openedOn: TODAY,
      ...fields,
    }),
  )
}

/** A task of a registered dispatch, put to no unit unless said otherwise. */
export async function buildTask(fields: Partial<TaskRecord> = {}): Promise<TaskRecord> {
  const n = next()
  return plain(
    await Task.create({
      code: `CV-2026-${String(n).padStart(4, '0')}`,
      document: fields.document ?? (await buildDocument())._id,
      start: n,
      quote: 'Các phòng gửi báo cáo trước ngày 02/12/2026.',
      action: 'Gửi báo cáo',
      dueOn: '2026-12-01',
      openedOn: TODAY,
      ...fields,
    }),
  )
}

/** A reminder nobody has seen. */
export async function buildNotice(fields: Partial<NoticeRecord> = {}): Promise<NoticeRecord> {
  const { _id, dueOn } = fields.obligation
    ? { _id: fields.obligation, dueOn: '2026-12-01' }
    : await buildReview({ code: `RS-2018-${String(next()).padStart(4, '0')}` })
  return plain(
    await Notice.create({
      obligation: _id,
      dueOn,
      stage: 'd7',
      person: fields.person ?? (await buildUser())._id,
      createdOn: TODAY,
      ...fields,
    }),
  )
}

/** A body a person taught the register. */
export async function buildLearnedName(
  fields: Partial<LearnedNameRecord> = {},
): Promise<LearnedNameRecord> {
  const written = `Ban Quản lý thử ${next()}`
  return plain(
    await LearnedName.create({
      kind: 'issuer',
      words: nameWords(fields.written ?? written),
      written,
      name: fields.written ?? written,
      taughtBy: fields.taughtBy ?? (await buildUser())._id,
      taughtAt: NOW,
      ...fields,
    }),
  )
}

/** An id nothing has. */
export function unknownId(): Types.ObjectId {
  return new Types.ObjectId()
}

function plain<T>(document: { toObject(): unknown }): T {
  return document.toObject() as T
}
