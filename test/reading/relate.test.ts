import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extract } from '../../server/reading/index.ts'
import type { CitationFound } from '../../server/reading/types.ts'

/** A mention as our passages label it; `ours` tells whether this document acts, `with` and `role` who does else. */
interface Labelled {
  start: number
  quote: string
  relation: string | null
  ours?: boolean
  with?: string | null
  role?: 'actor' | 'object'
  scope?: string
}

const FILE = join(import.meta.dirname, '../fixtures/passages/relations.jsonl')
const passages = readFileSync(FILE, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map(line => JSON.parse(line) as { id: string; text: string; citations: Labelled[] })

describe('relations of our own passages', () => {
  for (const { id, text, citations } of passages) {
    it(id, () => {
      const found = extract(text).citations
      expect(found.map(({ quote }) => quote)).to.deep.equal(citations.map(({ quote }) => quote))
      expect(found.map(one => told(one, found))).to.deep.equal(citations.map(labelled))
    })
  }

  for (const kind of ['passive', 'list', 'nested', 'quoted']) {
    it(`label the form "${kind}" at least five times`, () => {
      const rows = passages.filter(({ id }) => id.startsWith(`${kind}-`))
      expect(rows.length).to.be.at.least(5)
    })
  }
})

/** Whether this document acts, or who else does in which part. */
function told({ relation, saidRelation, saidWith, saidRole }: CitationFound, all: CitationFound[]) {
  if (relation) return 'ours'
  if (!saidRelation) return 'nothing'
  const other = saidWith === null ? null : all[saidWith]
  return `${saidRole ?? ''} ${other?.number ?? other?.title ?? '-'}`
}

function labelled({ relation, ours, with: other, role }: Labelled): string {
  if (!relation) return 'nothing'
  return ours ? 'ours' : `${role ?? ''} ${other ?? '-'}`
}

describe('the reach of a change', () => {
  for (const { id, text, citations } of passages) {
    const scoped = citations.filter(({ scope }) => scope)
    if (scoped.length === 0) continue
    it(`is read in ${id}`, () => {
      const found = extract(text).citations
      for (const { start, scope } of scoped) {
        expect(found.find(one => one.start === start)?.scope).to.equal(scope)
      }
    })
  }
  it('is a part where a part is kept', () => {
    const text =
      'Điều 1. Bãi bỏ Quyết định số 8/2021/QĐ-UBND ngày 04/5/2021 của UBND tỉnh, trừ Điều 3.'
    expect(extract(text).citations[0]).to.include({ relation: 'repeals', scope: 'part' })
  })
})

/** A letter with its head, so that the reader knows it for one. */
function letter(body: string): string {
  return [
    'UBND TỈNH AN PHÚC\nSỞ TƯ PHÁP',
    'Số: 451/STP-XDVB',
    'V/v xử lý văn bản\n',
    'An Phúc, ngày 19 tháng 5 năm 2022\n',
    'Kính gửi: Các phòng thuộc Sở.\n',
    body,
  ].join('\n')
}

describe('a letter', () => {
  const acts = (body: string) =>
    extract(letter(body)).citations.map(({ relation, saidRelation }) => [relation, saidRelation])

  it('repeals nothing by listing what to repeal', () => {
    const body =
      'Sở đề nghị bãi bỏ các văn bản sau:\n1. Quyết định số 8/2013/QĐ-UBND ngày 04/5/2013;\n2. Chỉ thị số 9/CT-UBND ngày 05/6/2014.'
    expect(acts(body)).to.deep.equal([
      [null, 'repeals'],
      [null, 'repeals'],
    ])
  })
  it('ends nothing by saying that it ended', () => {
    const body = 'Quyết định số 8/2013/QĐ-UBND ngày 04/5/2013 đã hết hiệu lực thi hành.'
    expect(acts(body)).to.deep.equal([[null, null]])
  })
  it('means the law it speaks of by "Luật này"', () => {
    const body =
      'Luật Đấu giá tài sản được thông qua ngày 17/11/2016. Luật này thay thế Nghị định số 17/2010/NĐ-CP.'
    const found = extract(letter(body)).citations
    expect(found[1]).to.include({ relation: null, saidRelation: 'replaces', saidRole: 'object' })
    expect(found[found[1]?.saidWith ?? -1]?.title).to.equal('Luật Đấu giá tài sản')
  })
  it('replaces a letter where it says so of itself', () => {
    const body = 'Công văn này thay thế Công văn số 12/STP-XDVB ngày 03/01/2022 của Sở Tư pháp.'
    expect(acts(body)).to.deep.equal([['replaces', null]])
  })
  it('changes no rules by naming their change in its title', () => {
    const found = (title: string) =>
      extract(letter('Sở gửi các phòng nghiên cứu.').replace('xử lý văn bản', title)).citations[0]
    expect(found('bãi bỏ Quyết định số 8/2013/QĐ-UBND')).to.include({ relation: null })
    expect(found('thay thế Công văn số 12/STP-XDVB')).to.include({ relation: 'replaces' })
    expect(found('hướng dẫn thực hiện Quyết định số 8/2013/QĐ-UBND')).to.include({
      relation: 'guidesApplication',
    })
  })
  it('answers at the head of a clause only', () => {
    expect(acts('Phúc đáp Công văn số 77/UBND-NC ngày 03/5/2022 của UBND huyện.')).to.deep.equal([
      ['repliesTo', null],
    ])
  })
})

describe('what comes along', () => {
  const attached = (text: string) => extract(text).citations.map(({ isAttached }) => isAttached)
  const yes = [
    'Công văn số 12/STP-XDVB ngày 03/01/2022 của Sở Tư pháp (gửi kèm).',
    'Thực hiện Quyết định số 8/QĐ-UBND ngày 04/5/2021 của UBND tỉnh (bản sao đính kèm)',
    'Gửi kèm Công văn số 12/STP-XDVB ngày 03/01/2022 của Sở Tư pháp.',
    'Kế hoạch số 48/KH-UBND ngày 07/02/2024 của UBND tỉnh được gửi kèm theo Công văn này.',
  ]
  for (const text of yes) it(text, () => expect(attached(text)).to.deep.equal([true]))
  it('is not what other papers came with', () => {
    const text = 'Biểu mẫu gửi kèm theo Công văn số 12/STP-XDVB ngày 03/01/2022 của Sở Tư pháp.'
    expect(attached(text)).to.deep.equal([false])
  })
})
