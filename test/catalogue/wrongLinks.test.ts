import { expect } from 'chai'
import { PROVINCES } from '../../server/legal/data/provinces.ts'
import { Citation } from '../../server/models/Citation.ts'
import { learnDocument, learnIssuer } from '../../server/catalogue/learned/learnNames.ts'
import { inTransaction } from '../../server/lib/mongo.ts'
import { buildDocument } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'
import { clerk, OUTSIDE, takeIn } from '../support/takeIn.ts'

/**
 * A register in which one number stands for many documents: 20/2019/QĐ-UBND of 63 provinces, 05-NQ/TU of three terms, 055/2025 and
 * 55/2025 of one province, UBND tỉnh Quảng Trị before and after 01/7/2025. No citation may lead to a wrong one; one whose target
 * is unique and registered leads there.
 */
const FORMER = PROVINCES.flatMap(({ name, formedFrom }) =>
  formedFrom.length > 0 ? formedFrom : [name],
)
const CITIES = new Set(['Hà Nội', 'Hải Phòng', 'Đà Nẵng', 'Hồ Chí Minh', 'Cần Thơ'])
const rank = (name: string) => (CITIES.has(name) ? 'thành phố' : 'tỉnh')
const body = (name: string) => `UBND ${rank(name)} ${name}`
/** Two provinces in seven sign on the same day. */
const dayOf = (index: number) =>
  `2019-${String((index % 9) + 2).padStart(2, '0')}-${String((index % 27) + 1).padStart(2, '0')}`
const written = (day: string) => day.split('-').reverse().map(Number).join('/')
const long = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${date} tháng ${month} năm ${year}`
}

interface Case {
  words: string
  /** Key of the document meant; null: no single registered document is meant. */
  target: string | null
}
interface Dispatch {
  head: string
  cases: Case[]
}

let ids: Map<string, string>

async function fillRegister(): Promise<void> {
  ids = new Map()
  const add = async (key: string, fields: Parameters<typeof buildDocument>[0]) => {
    ids.set(key, String((await buildDocument(fields))._id))
  }
  for (const [index, name] of FORMER.entries()) {
    await add(`d:${name}`, {
      number: '20/2019/QĐ-UBND',
      issuerName: body(name),
      issuedOn: dayOf(index),
    })
  }
  for (const [day, title] of PARTY) {
    await add(`p:${day}`, {
      ...{ number: '05-NQ/TU', type: 'resolution', issuerName: 'Tỉnh ủy Hà Tĩnh', issuedOn: day },
      title,
    })
  }
  for (const [number, day] of PADDED) {
    await add(`n:${number}`, { number, issuerName: 'UBND tỉnh Cà Mau', issuedOn: day })
  }
  for (const [number, day] of QUANG_TRI) {
    await add(`q:${day}`, { number, issuerName: 'UBND tỉnh Quảng Trị', issuedOn: day })
  }
}

const PARTY = [
  ['2011-05-12', 'về phát triển thương mại'],
  ['2016-08-19', 'về xây dựng nông thôn mới'],
  ['2021-06-30', 'về chuyển đổi số'],
] as const
const PADDED = [
  ['055/2025/QĐ-UBND', '2025-12-10'],
  ['55/2025/QĐ-UBND', '2025-06-05'],
] as const
const QUANG_TRI = [
  ['12/2025/QĐ-UBND', '2025-03-14'],
  ['12/2025/QĐ-UBND', '2025-09-22'],
  ['31/2024/QĐ-UBND', '2024-10-02'],
] as const

/** Letterhead of a department of a province, on a day. */
function department(name: string, day: string): string {
  return `UBND ${rank(name).toUpperCase()} ${name.toUpperCase()}
SỞ CÔNG THƯƠNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 412/SCT-VP
V/v rà soát văn bản
${name}, ngày ${long(day)}

Kính gửi: Các phòng thuộc Sở

`
}

/** A ministry: no province is meant by "UBND tỉnh" in its letters. */
const MINISTRY = `BỘ CÔNG THƯƠNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 1204/BCT-PC
V/v rà soát văn bản của địa phương
Hà Nội, ngày 18 tháng 3 năm 2024

Kính gửi: Ủy ban nhân dân các tỉnh, thành phố

`
const BARE = 'Nội dung cần trao đổi như sau.\n\n'

const isAlone = (index: number) =>
  FORMER.every((_, other) => other === index || dayOf(other) !== dayOf(index))

/** Citations in a letter of a department, before the merger: "UBND tỉnh" is its own. */
function atHome(index: number): Dispatch {
  const name = FORMER[index] ?? ''
  const other = (index + 17) % FORMER.length
  const away = FORMER[other] ?? ''
  const day = dayOf(index)
  const own = `d:${name}`
  return {
    head: department(name, '2023-11-20'),
    cases: [
      {
        words: `Quyết định số 20/2019/QĐ-UBND ngày ${written(day)} của ${body(name)}`,
        target: own,
      },
      {
        words: `Quyết định số 20/2019/QĐ-UBND ngày ${long(day)} của UBND ${rank(name)}`,
        target: own,
      },
      {
        words: `Quyết định số 20/2019/QĐ-UBND của Ủy ban nhân dân ${rank(name)}`,
        target: own,
      },
      { words: `Quyết định số 20/2019/QĐ-UBND ngày ${written(day)}`, target: own },
      {
        words: `Quyết định số 20/2019/QĐ-UBND ngày ${written(dayOf(other))} của ${body(away)}`,
        target: `d:${away}`,
      },
      { words: `Quyết định số 20/2019/QĐ-UBND của UBND huyện Tân Lập`, target: null },
    ],
  }
}

/** Citations in a letter of a ministry or of nobody known. */
function elsewhere(index: number, head: string): Dispatch {
  const name = FORMER[index] ?? ''
  const day = dayOf(index)
  return {
    head,
    cases: [
      {
        words: `Quyết định số 20/2019/QĐ-UBND ngày ${long(day)} của Ủy ban nhân dân ${rank(name)} ${name}`,
        target: `d:${name}`,
      },
      { words: `Quyết định số 20/2019/QĐ-UBND của ${body(name)}`, target: `d:${name}` },
      {
        words: `Quyết định số 20/2019/QĐ-UBND ngày ${written(day)} của UBND tỉnh`,
        target: isAlone(index) ? `d:${name}` : null,
      },
      { words: 'Quyết định số 20/2019/QĐ-UBND của UBND tỉnh', target: null },
      { words: 'Quyết định số 20/2019/QĐ-UBND', target: null },
    ],
  }
}

/** Each citation in a letter of its own: no full mention beside it says what a bare one means. */
function apart({ head, cases }: Dispatch): Dispatch[] {
  return cases.map(one => ({ head, cases: [one] }))
}

/** A merged province writes after the merger: "UBND tỉnh" of 2019 may be any of the old ones. */
function merged(code: string): Dispatch {
  const row = PROVINCES.find(one => one.code === code)
  const [first = '', second = ''] = row?.formedFrom ?? []
  const name = row?.name ?? ''
  return {
    head: department(name, '2026-03-09'),
    cases: [
      { words: `Quyết định số 20/2019/QĐ-UBND của ${body(first)}`, target: `d:${first}` },
      { words: `Quyết định số 20/2019/QĐ-UBND của ${body(second)}`, target: `d:${second}` },
      { words: `Quyết định số 20/2019/QĐ-UBND của UBND ${rank(name)}`, target: null },
      {
        words: `Quyết định số 20/2019/QĐ-UBND ngày ${written(dayOf(FORMER.indexOf(second)))} của UBND ${rank(name)}`,
        target: `d:${second}`,
      },
    ],
  }
}

const OTHERS: Dispatch[] = [
  {
    head: department('Hà Tĩnh', '2024-02-15'),
    cases: [
      ...PARTY.map(([day]) => ({
        words: `Nghị quyết số 05-NQ/TU ngày ${written(day)} của Tỉnh ủy`,
        target: `p:${day}`,
      })),
      ...PARTY.map(([day]) => ({
        words: `Nghị quyết số 05-NQ/TU ngày ${long(day)} của Ban Chấp hành Đảng bộ tỉnh`,
        target: `p:${day}`,
      })),
      { words: 'Nghị quyết số 05-NQ/TU của Tỉnh ủy', target: null },
      { words: 'Nghị quyết số 05-NQ/TU ngày 19/8/2016 của Tỉnh ủy Quảng Bình', target: null },
    ],
  },
  {
    head: department('Cà Mau', '2026-01-20'),
    cases: [
      ...PADDED.map(([number, day]) => ({
        words: `Quyết định số ${number} ngày ${written(day)} của UBND tỉnh`,
        target: `n:${number}`,
      })),
      {
        words: 'Quyết định số 055/2025/QĐ-UBND của UBND tỉnh Cà Mau',
        target: 'n:055/2025/QĐ-UBND',
      },
      { words: 'Quyết định số 55/2025/QĐ-UBND ngày 10/12/2025 của UBND tỉnh', target: null },
      { words: 'Quyết định số 055/2025/QĐ-UBND ngày 05/6/2025 của UBND tỉnh', target: null },
    ],
  },
  {
    head: department('Quảng Trị', '2026-02-03'),
    cases: [
      ...QUANG_TRI.map(([number, day]) => ({
        words: `Quyết định số ${number} ngày ${long(day)} của UBND tỉnh Quảng Trị`,
        target: `q:${day}`,
      })),
      { words: 'Quyết định số 12/2025/QĐ-UBND của UBND tỉnh Quảng Trị', target: null },
      { words: 'Quyết định số 12/2025/QĐ-UBND của UBND tỉnh', target: null },
      {
        words: 'Quyết định số 31/2024/QĐ-UBND của UBND tỉnh Quảng Trị',
        target: 'q:2024-10-02',
      },
    ],
  },
  {
    head: department('Quảng Trị', '2025-05-20'),
    cases: [
      { words: 'Quyết định số 12/2025/QĐ-UBND của UBND tỉnh', target: 'q:2025-03-14' },
      { words: 'Quyết định số 12/2025/QĐ-UBND ngày 22/9/2025 của UBND tỉnh', target: null },
    ],
  },
]

let letters = 0

/** Each citation stands in a letter of its own paragraph; what it leads to is compared with what was meant. */
async function linksOf({ head, cases }: Dispatch) {
  const lines = cases.map(({ words }) => `Đơn vị nghiên cứu ${words} để thực hiện.`)
  const text = `${head}${lines.join('\n')}\nThư thứ ${(letters += 1)}.`
  const { _id } = await takeIn(text)
  const rows = await Citation.find({ from: _id }).sort({ start: 1 }).lean()
  return cases.map(({ words, target }) => {
    const at = text.indexOf(`${words} để`)
    const row = rows.find(({ start, end }) => start >= at && end <= at + words.length)
    const state = row?.state ?? 'notRead'
    return { words, head: head.split('\n')[0], target, state, to: row?.to ? String(row.to) : null }
  })
}

describe('links among documents of one number', () => {
  useDatabase()

  it('leads to no wrong document, and to the right one where it is unique', async function () {
    this.timeout(180_000)
    await fillRegister()
    await expectRight(DISPATCHES)
  })

  it('leads to no wrong document either once the register has learned names from corrections', async function () {
    this.timeout(240_000)
    await fillRegister()
    await learnNames()
    await expectRight([...DISPATCHES, ...NAMED])
  })
})

const DISPATCHES = [
  ...FORMER.map((_, index) => atHome(index)),
  ...[3, 11, 19, 27, 35, 44, 52, 60].flatMap(index => [
    ...apart(elsewhere(index, MINISTRY)),
    ...apart(elsewhere(index + 1, BARE)),
  ]),
  ...['24', '82', '80', '44', '96', '19'].map(merged),
  ...OTHERS,
]

async function expectRight(dispatches: Dispatch[]): Promise<void> {
  const links = []
  for (const dispatch of dispatches) links.push(...(await linksOf(dispatch)))
  const wrong = links.filter(({ to, target }) => to && to !== ids.get(target ?? ''))
  const unique = links.filter(({ target }) => target)
  const missed = unique.filter(({ to }) => !to)
  expect(links.length).to.be.at.least(500)
  expect(wrong, JSON.stringify(wrong.slice(0, 5))).to.deep.equal([])
  expect(missed.length / unique.length, JSON.stringify(missed.slice(0, 8))).to.be.at.most(0.05)
}

const actor = clerk()
const now = OUTSIDE.now()

/** What clerks of one province corrected and picked, as it would teach the whole register. */
async function learnNames(): Promise<void> {
  const from = await takeIn(`${department('Quảng Trị', '2024-02-15')}Sở trình bày như sau.`)
  const teaching = { from: from._id, actor, now }
  const corrected = [
    ['UBND', 'Ủy ban nhân dân tỉnh Quảng Trị'],
    ['UBND tỉnh', 'Ủy ban nhân dân tỉnh Quảng Trị'],
    ['SCT', 'Sở Công Thương tỉnh Quảng Trị'],
    ['TTXK', 'Tổ Thúc đẩy xuất khẩu'],
  ] as const
  for (const [read, typed] of corrected) {
    await inTransaction(session => learnIssuer({ ...teaching, read, typed }, session))
  }
  for (const [key, { title, period, owner, number }] of Object.entries(PLANS)) {
    const own = { type: 'plan', number, issuerName: owner, issuedOn: `${period.slice(0, 4)}-01-09` }
    const { _id: document } = await buildDocument({ ...own, type: 'plan', title: 'Về việc chung' })
    ids.set(key, String(document))
    const lesson = { title, plan: { period, issuerKey: '' }, document }
    await inTransaction(session => learnDocument({ ...teaching, ...lesson }, session))
  }
  await inTransaction(session =>
    learnDocument(
      {
        ...teaching,
        ...{ title: 'Kế hoạch này', plan: { period: '', issuerKey: '' } },
        document: from._id,
      },
      session,
    ),
  )
}

const PLANS = {
  'k:check': {
    ...{ title: 'Kế hoạch kiểm tra', period: '2024', number: '12/KH-SYT' },
    owner: 'Sở Y tế tỉnh Quảng Trị',
  },
  'k:reform': {
    ...{ title: 'Kế hoạch CCHC', period: '2016-2020', number: '41/KH-UBND' },
    owner: 'UBND tỉnh Quảng Trị',
  },
}

const REFORM = 'Kế hoạch cải cách hành chính giai đoạn'

/** Citations by those names in letters of the province, of others, of nobody known; before and after the merger. */
const NAMED: Dispatch[] = [
  {
    head: department('Quảng Trị', '2024-11-20'),
    cases: [
      { words: 'Kế hoạch kiểm tra năm 2024 của Sở Y tế', target: 'k:check' },
      { words: 'Kế hoạch kiểm tra năm 2023 của Sở Y tế', target: null },
      { words: 'Kế hoạch kiểm tra năm 2024 của Sở Công Thương', target: null },
      { words: `${REFORM} 2016-2020`, target: 'k:reform' },
      { words: `${REFORM} 2016-2020 của UBND tỉnh`, target: 'k:reform' },
      { words: `${REFORM} 2021-2025 của UBND tỉnh`, target: null },
      { words: `${REFORM} 2016-2020 của Sở Nội vụ`, target: null },
    ],
  },
  ...['Nghệ An', 'Hà Tĩnh', 'Quảng Bình', 'Cà Mau'].map(name => ({
    head: department(name, '2024-11-20'),
    cases: [
      { words: 'Kế hoạch kiểm tra năm 2024 của Sở Y tế', target: null },
      { words: 'Kế hoạch kiểm tra năm 2024 của Sở Y tế tỉnh Quảng Trị', target: 'k:check' },
      { words: `${REFORM} 2016-2020`, target: null },
      { words: `${REFORM} 2016-2020 của UBND tỉnh`, target: null },
      { words: `${REFORM} 2016-2020 của UBND tỉnh Quảng Trị`, target: 'k:reform' },
      { words: 'Quyết định số 20/2019/QĐ-UBND của UBND', target: `d:${name}` },
      { words: 'Quyết định số 12/2025/QĐ-UBND ngày 14/3/2025 của UBND', target: null },
    ],
  })),
  ...apart({
    head: MINISTRY,
    cases: [
      { words: 'Quyết định số 20/2019/QĐ-UBND của UBND', target: null },
      { words: 'Kế hoạch kiểm tra năm 2024 của Sở Y tế', target: null },
      { words: `${REFORM} 2016-2020`, target: null },
      { words: `${REFORM} 2016-2020 của UBND tỉnh`, target: null },
    ],
  }),
  {
    head: department('Quảng Trị', '2026-02-03'),
    cases: [
      { words: `${REFORM} 2016-2020 của UBND tỉnh`, target: null },
      { words: `${REFORM} 2016-2020`, target: null },
      { words: `${REFORM} 2016-2020 của UBND tỉnh Quảng Trị`, target: 'k:reform' },
    ],
  },
]
