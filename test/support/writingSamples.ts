import type { Types } from 'mongoose'
import type { Role } from '../../server/legal/glossary.ts'
import { inTransaction } from '../../server/lib/mongo.ts'
import { CatalogueLoad } from '../../server/models/CatalogueLoad.ts'
import { Citation, type CitationRecord } from '../../server/models/Citation.ts'
import { DocumentFile } from '../../server/models/DocumentFile.ts'
import { HomeBody } from '../../server/models/HomeBody.ts'
import type { LegalDocumentRecord } from '../../server/models/LegalDocument.ts'
import type { ReviewRecord } from '../../server/models/Review.ts'
import { createLink } from '../../server/people/oneTimeLinks.ts'
import { newUser, TEST_PASSWORD, type Fields, type TestApp, type Visitor } from './app.ts'
import {
  buildDocument,
  buildLearnedName,
  buildNotice,
  buildRelation,
  buildReview,
  buildTask,
  buildUnit,
  buildUser,
} from './build.ts'
import { register, takeIn } from './takeIn.ts'

/** A valid form: who sends it, where to, what stands in it. */
export interface Post {
  by: Visitor
  path: string
  fields: Fields
}

/** Where samples are made: the app on demo data, and one person of one role alone, signed in once. */
export interface Stage {
  test: TestApp
  as: (role: Role) => Promise<Visitor>
}

export type Sample = (stage: Stage) => Promise<Post>

const NEW_PASSWORD = { password: 'nắng sớm trên đồi 41', passwordAgain: 'nắng sớm trên đồi 41' }

let serial = 0

/** A dispatch nobody has taken in yet; it cites a document no register holds. */
export function freshDispatch(more = ''): string {
  serial += 1
  return `UBND TỈNH ĐỒNG THÁP
SỞ CÔNG THƯƠNG

Số: ${9000 + serial}/SCT-QLNL
V/v chiếu sáng chợ đêm đợt ${serial}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Đồng Tháp, ngày 14 tháng 5 năm 2021

Kính gửi: Các phòng chuyên môn thuộc Sở

Căn cứ Quyết định số ${500 + serial}/2018/QĐ-UBND ngày 03 tháng 12 năm 2018 của UBND tỉnh Đồng Tháp;

Thực hiện Nghị định số 997/2019/NĐ-CP ngày 20 tháng 8 năm 2019 của Chính phủ, đề nghị các phòng báo cáo.
${more}
Nơi nhận:
- Như trên;
- Lưu: VT.
`
}

/** A draft as it lies on the check page. */
async function draft(): Promise<{ document: LegalDocumentRecord; path: string; fields: Fields }> {
  const document = await takeIn(freshDispatch())
  const { _id, revision, number, title } = document
  const fields = { revision, isForm: '1', number, title: `${title} (sửa)` }
  return { document, path: `/drafts/${String(_id)}`, fields }
}

async function firstCitation(from: Types.ObjectId): Promise<CitationRecord> {
  const citation = await Citation.findOne({ from }).sort({ start: 1 }).lean<CitationRecord>()
  if (!citation) throw new Error('the sample has no citation')
  return citation
}

function intakeSamples(): Record<string, Sample> {
  const onDraft =
    (act: string, more: Fields = {}): Sample =>
    async ({ as }) => {
      const { path, fields } = await draft()
      return { by: await as('clerk'), path: `${path}${act}`, fields: { ...fields, ...more } }
    }
  return {
    '/drafts': async ({ as }) => ({
      by: await as('clerk'),
      path: '/drafts',
      fields: { text: freshDispatch(), direction: 'incoming' },
    }),
    '/intake/manual': async ({ as }) => ({
      by: await as('clerk'),
      path: '/intake/manual',
      fields: { number: '77/2003/QĐ-XYZ', title: 'Văn bản giấy cũ', direction: 'reference' },
    }),
    '/intake/duplicate': async ({ as }) => {
      const by = await as('clerk')
      const text = freshDispatch()
      await by.post('/drafts', { text, direction: 'incoming' })
      const answer = await by.post('/drafts', { text, direction: 'incoming' })
      const query = new URL(answer.headers.location ?? '', 'http://x').searchParams
      const [hash, name] = [query.get('hash') ?? '', query.get('name') ?? '']
      const fields = { hash, name, decision: 'register', reason: 'Bản gửi lần hai' }
      return { by, path: '/intake/duplicate', fields }
    },
    '/drafts/:id/duplicate': async ({ as }) => {
      const text = freshDispatch()
      const first = await register(text)
      const { _id, revision } = await takeIn(`${text}\nBản khác.\n`)
      const fields = { existing: String(first._id), decision: 'keep', reason: 'Hai bản', revision }
      return { by: await as('clerk'), path: `/drafts/${String(_id)}/duplicate`, fields }
    },
    '/intake/undo-opening': async ({ test }) => {
      const by = await test.signedIn('clerk')
      const { _id } = await buildReview({ code: freshCode(), openedBy: by.actor.id })
      return { by, path: '/intake/undo-opening', fields: { reviews: [String(_id)], returnTo: '/' } }
    },
    '/drafts/:id': onDraft(''),
    '/drafts/:id/confirm': onDraft('/confirm'),
    '/drafts/:id/text': onDraft('/text', { text: freshDispatch('Bản chép lại.') }),
    '/drafts/:id/reread': onDraft('/reread'),
    '/drafts/:id/scan': async stage => {
      const post = await onDraft('/scan')(stage)
      const ocr = { state: 'read', engine: 'tesseract 5.3.0', confidences: [91], pageStarts: [0] }
      await DocumentFile.updateOne(
        { document: post.path.split('/')[2] },
        { $set: { ocr, ocrText: freshDispatch('Bản đọc bằng máy.') } },
      )
      return post
    },
    '/drafts/:id/discard': onDraft('/discard', { discardReason: 'Gửi nhầm' }),
  }
}

function citationSamples(): Record<string, Sample> {
  const onCitation =
    (act: string, more: (citation: CitationRecord) => Promise<Fields> | Fields = () => ({})) =>
    async ({ as }: Stage): Promise<Post> => {
      const { document, path, fields } = await draft()
      const citation = await firstCitation(document._id)
      const by = await as('clerk')
      if (act === 'restore') {
        await by.post(`${path}/citations/${String(citation._id)}/reject`, fields)
        fields.revision = Number(fields.revision) + 1
      }
      const query = act === 'link' ? `?to=${String((await buildDocument())._id)}` : ''
      return {
        by,
        path: `${path}/citations/${String(citation._id)}/${act}${query}`,
        fields: { ...fields, ...(await more(citation)) },
      }
    }
  const at = '/drafts/:id/citations/:citationId'
  return {
    '/drafts/:id/citations': async ({ as }) => {
      const { path, fields } = await draft()
      const quote = { quote: 'báo cáo' }
      return { by: await as('clerk'), path: `${path}/citations`, fields: { ...fields, ...quote } }
    },
    [`${at}/move`]: onCitation('move', ({ _id }) => ({ [`move-${String(_id)}`]: 'báo cáo' })),
    [`${at}/correct`]: onCitation('correct', ({ _id }) => ({
      [`cite[${String(_id)}][issuer]`]: 'Ban Quản lý chợ đêm Tân Hoa',
    })),
    [`${at}/find`]: onCitation('find', async ({ _id }) => {
      const { number } = await buildDocument()
      return { [`find-${String(_id)}`]: number }
    }),
    [`${at}/link`]: onCitation('link'),
    [`${at}/reject`]: onCitation('reject'),
    [`${at}/none`]: onCitation('none'),
    [`${at}/restore`]: onCitation('restore'),
    '/citations/:id': async ({ as }) => {
      const { _id, revision } = await register(freshDispatch())
      const path = `/citations/${String((await firstCitation(_id))._id)}`
      return { by: await as('clerk'), path, fields: { revision, act: 'reject' } }
    },
  }
}

/** Forms of the orders read in a draft, and of the tasks that come of them. */
function orderSamples(): Record<string, Sample> {
  const onOrder =
    (act: string): Sample =>
    async ({ as }) => {
      const by = await as('clerk')
      const { _id, revision } = await takeIn(
        freshDispatch('Các phòng gửi báo cáo về Văn phòng Sở trước ngày 30/12/2026.'),
      )
      const path = `/drafts/${String(_id)}/orders/0`
      const unit = String((await buildUnit())._id)
      const order = {
        'orderUnit-0': unit,
        'orderDay-0': '29/12/2026',
        'orderAction-0': 'Gửi số liệu',
      }
      const fields = { revision, isForm: '1', ...order }
      if (act !== 'restore') return { by, path: `${path}/${act}`, fields }
      await by.post(`${path}/decline`, fields)
      return { by, path: `${path}/restore`, fields: { ...fields, revision: revision + 2 } }
    }
  const onTask =
    (act: string, more: Fields = {}): Sample =>
    async ({ as }) => {
      const ended = act === 'reopen' && { state: 'done' as const, isOpen: false }
      const { _id, revision } = await buildTask({ code: freshCode(), ...ended })
      return {
        by: await as('legalLead'),
        path: `/tasks/${String(_id)}/${act}`,
        fields: { revision, ...more },
      }
    }
  return {
    '/drafts/:id/orders/:order/accept': onOrder('accept'),
    '/drafts/:id/orders/:order/decline': onOrder('decline'),
    '/drafts/:id/orders/:order/restore': onOrder('restore'),
    '/tasks/:id/take': onTask('take'),
    '/tasks/:id/done': onTask('done', { noReply: '1', note: 'Đã báo cáo tại giao ban' }),
    '/tasks/:id/reopen': onTask('reopen'),
    '/tasks/:id/due': onTask('due', { dueOn: '31/12/2026', note: 'Xin lùi' }),
    '/tasks/:id/close': onTask('close', { note: 'Không phải việc của Sở' }),
  }
}

function documentSamples(): Record<string, Sample> {
  const onDocument =
    (act: string, more: (document: LegalDocumentRecord) => Promise<Fields> | Fields): Sample =>
    async ({ as }) => {
      const document = await buildDocument({ own: true, responsibleUnit: (await buildUnit())._id })
      const fields = { revision: document.revision, ...(await more(document)) }
      const path = `/documents/${String(document._id)}/${act}`
      return { by: await as('clerk'), path, fields }
    }
  return {
    '/documents/:id/edit': onDocument('edit', () => ({
      title: 'Trích yếu đã sửa',
      reason: 'Sai khi nhập',
    })),
    '/documents/:id/withdraw': onDocument('withdraw', () => ({ withdrawReason: 'Nhập trùng' })),
    '/documents/:id/relations': onDocument('relations', async () => ({
      voice: 'out',
      kind: 'basedOn',
      otherId: String((await buildDocument())._id),
      reason: 'Ghi ở phần căn cứ',
    })),
    '/documents/:id/relations/:relationId/remove': async ({ as }) => {
      const { _id, revision } = await buildDocument()
      const relation = await buildRelation({ from: _id })
      const path = `/documents/${String(_id)}/relations/${String(relation._id)}/remove`
      return { by: await as('clerk'), path, fields: { revision, reason: 'Đọc nhầm' } }
    },
  }
}

/** The demo has codes of this year. */
const freshCode = () => `RS-2019-${String((serial += 1)).padStart(4, '0')}`

const FOUND = { provision_0: 'Điều 1', finding_0: 'conflicts', note_0: 'Trái quy định mới' }
const CONCLUDED = { ...FOUND, outcome: 'amend', outcomeReason: 'Thời hạn đã đổi' }

function reviewSamples(): Record<string, Sample> {
  const onReview = (
    act: string,
    {
      role = 'reviewer',
      fields = {},
      review = {},
    }: { role?: Role; fields?: Fields; review?: Partial<ReviewRecord> } = {},
  ): Record<string, Sample> => ({
    [`/reviews/:id/${act}`]: async ({ test, as }) => {
      const unit = (await buildUnit())._id
      const document = (await buildDocument({ own: true, responsibleUnit: unit }))._id
      const { _id, revision } = await buildReview({ code: freshCode(), document, unit, ...review })
      const by = role === 'reviewer' ? await test.signedIn(role, { unit }) : await as(role)
      return { by, path: `/reviews/${String(_id)}/${act}`, fields: { revision, ...fields } }
    },
  })
  const submitted: Partial<ReviewRecord> = { state: 'submitted', outcome: 'keep' }
  return {
    ...onReview('accept'),
    '/reviews/:id/assign': async ({ as }) => {
      const unit = (await buildUnit())._id
      const reviewer = await buildUser({ roles: ['reviewer'], unit })
      const { _id, revision } = await buildReview({ code: freshCode(), unit })
      const fields = { revision, reviewer: String(reviewer._id) }
      return { by: await as('legalLead'), path: `/reviews/${String(_id)}/assign`, fields }
    },
    '/documents/:id/reviews': async ({ as }) => {
      const { _id } = await buildDocument({ own: true })
      const fields = { reason: 'Đoàn kiểm tra nêu', dueOn: '' }
      return { by: await as('legalLead'), path: `/documents/${String(_id)}/reviews`, fields }
    },
    '/inbox/seen': async ({ test }) => {
      const by = await test.signedIn('reviewer')
      await buildNotice({ person: by.actor.id })
      return { by, path: '/inbox/seen', fields: {} }
    },
    ...onReview('save', { fields: FOUND }),
    ...onReview('submit', { fields: CONCLUDED }),
    ...onReview('keep'),
    ...onReview('approve', { role: 'legalLead', review: submitted }),
    ...onReview('return', {
      role: 'legalLead',
      review: submitted,
      fields: { returnReason: 'Điều 2: nêu rõ' },
    }),
    ...onReview('due', {
      role: 'legalLead',
      fields: { dueOn: '15/12/2026', dueReason: 'Chờ Sở Tư pháp' },
    }),
    ...onReview('close', { role: 'legalLead', fields: { closeReason: 'Mở nhầm' } }),
  }
}

function adminSamples(): Record<string, Sample> {
  const person = { name: 'Trần Thử Nghiệm', roles: ['reader'], isActive: '1' }
  const retireName: Sample = async ({ as }) => {
    const { _id, revision } = await buildLearnedName()
    return {
      by: await as('admin'),
      path: `/admin/names/${String(_id)}/retire`,
      fields: { revision },
    }
  }
  const office = () => ({ name: `Phòng mới ${(serial += 1)}`, isActive: '1' })
  return {
    '/admin/names/:id/retire': retireName,
    '/admin/users': async ({ as }) => ({
      by: await as('admin'),
      path: '/admin/users',
      fields: { ...person, username: `nguoi.moi.${(serial += 1)}` },
    }),
    '/admin/users/:id': async ({ as }) => {
      const { _id, username, revision } = await buildUser()
      const fields = { ...person, username, revision }
      return {
        by: await as('admin'),
        path: `/admin/users/${String(_id)}`,
        fields,
      }
    },
    '/admin/users/:id/link': async ({ as }) => {
      const { _id, revision } = await buildUser()
      return {
        by: await as('admin'),
        path: `/admin/users/${String(_id)}/link`,
        fields: { revision },
      }
    },
    '/admin/jobs/:name/run': async ({ as }) => ({
      by: await as('admin'),
      path: '/admin/jobs/flag-overdue/run',
      fields: {},
    }),
    '/admin/catalogue/load': async ({ as }) => {
      // Another machine loads it: the click is answered, and writes nothing.
      const lease = { claimedBy: 'other', leaseUntil: new Date(Date.now() + 600_000) }
      const running = { ...lease, state: 'running', startedAt: new Date() }
      await CatalogueLoad.updateOne({ key: 'starter' }, { $set: running }, { upsert: true })
      return { by: await as('admin'), path: '/admin/catalogue/load', fields: {} }
    },
    '/admin/settings/rules/:name': async ({ as }) => ({
      by: await as('legalLead'),
      path: '/admin/settings/rules/cascadeDepth',
      fields: { value: '4', source: '', revision: 0 },
    }),
    '/admin/settings/calendar/:year': async ({ as }) => ({
      by: await as('legalLead'),
      path: '/admin/settings/calendar/2026',
      fields: { value: '02/09/2026 | nghỉ | Quốc khánh', source: '', revision: 0 },
    }),
    '/admin/units': async ({ as }) => ({
      by: await as('admin'),
      path: '/admin/units',
      fields: office(),
    }),
    '/admin/units/:id': async ({ as }) => {
      const { _id, revision } = await buildUnit()
      const fields = { ...office(), revision }
      return { by: await as('admin'), path: `/admin/units/${String(_id)}`, fields }
    },
    '/admin/home': async ({ as }) => {
      const home = await HomeBody.findOne().orFail().lean()
      const { name, superiorName, provinceCode: province, abbreviations, revision } = home
      const fields = { name, superiorName, province, revision }
      return {
        by: await as('admin'),
        path: '/admin/home',
        fields: { ...fields, abbreviations: [...abbreviations, 'SCTDT'].join(', ') },
      }
    },
  }
}

/**
 * A valid post for every writing route, by path. Each makes what it needs, so that none depends on another. The first
 * administrator's is not here: it needs a register without people.
 */
export const WRITING_SAMPLES: Record<string, Sample> = {
  '/sign-in': async ({ test }) => {
    const { username } = await newUser(['reader'])
    return { by: test.visitor(), path: '/sign-in', fields: { username, password: TEST_PASSWORD } }
  },
  '/sign-out': async ({ test }) => ({
    by: await test.signedIn('reader'),
    path: '/sign-out',
    fields: {},
  }),
  '/set-password/:token': async ({ test }) => {
    const { _id: user } = await newUser(['reader'])
    const now = test.services.outside.now()
    const token = await inTransaction(session =>
      createLink({ purpose: 'setPassword', user, now }, session),
    )
    return { by: test.visitor(), path: `/set-password/${token}`, fields: NEW_PASSWORD }
  },
  '/account/password': async ({ test }) => ({
    by: await test.signedIn('reader'),
    path: '/account/password',
    fields: { ...NEW_PASSWORD, current: TEST_PASSWORD },
  }),
  '/api/extract': async ({ as }) => ({
    by: await as('reader'),
    path: '/api/extract',
    fields: { text: 'Căn cứ Quyết định số 7/2031/QĐ-UBND' },
  }),
  ...intakeSamples(),
  ...citationSamples(),
  ...documentSamples(),
  ...orderSamples(),
  ...reviewSamples(),
  ...adminSamples(),
}
