import { expect } from 'chai'
import fc from 'fast-check'
import { extract, extractNumbers } from '../../server/reading/index.ts'

/** A citation cut at its joints: what stands between two pieces may hold blanks or not. */
interface Written {
  /** `Quyết định`, `số`, `31`, `/`, `2022`, `/`, `QĐ`, `-`, `UBND`, `ngày`, `04`, `/`, `5`, `/`, `2022`. */
  pieces: Piece[]
  number: string
  noun: string
  date: string | null
}

/** `glue` is what must stand before a piece: a blank, nothing, or nothing that may become a blank (a joint). */
interface Piece {
  words: string
  glue: 'blank' | 'joint'
}

const blank = (words: string): Piece => ({ words, glue: 'blank' })
const joint = (words: string): Piece => ({ words, glue: 'joint' })

const STATE: [noun: string, type: string, hasYear: boolean][] = [
  ['Quyết định', 'QĐ', true],
  ['Nghị quyết', 'NQ', true],
  ['Thông tư', 'TT', true],
  ['Chỉ thị', 'CT', false],
  ['Kế hoạch', 'KH', false],
  ['Thông báo', 'TB', false],
  ['Báo cáo', 'BC', false],
  ['Tờ trình', 'TTr', false],
  ['Quyết định', 'QĐ', false],
  ['Hướng dẫn', 'HD', false],
]
const BODIES = ['UBND', 'HĐND', 'SXD', 'BTC', 'SCT-VP', 'UBND-KT', 'BGDĐT', 'SNNMT']
const PARTY: [noun: string, type: string][] = [
  ['Nghị quyết', 'NQ'],
  ['Kết luận', 'KL'],
  ['Chỉ thị', 'CT'],
  ['Kế hoạch', 'KH'],
]

const day = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.integer({ min: 1996, max: 2031 }),
  isLong: fc.boolean(),
  sign: fc.constantFrom('/', '-', '.'),
})
type Day = typeof day extends fc.Arbitrary<infer D> ? D : never

function dayPieces({ day: d, month, year, isLong, sign }: Day): Piece[] {
  const numbers: [string, string, string] = [
    String(d).padStart(2, '0'),
    String(month),
    String(year),
  ]
  if (isLong) return ['ngày', numbers[0], 'tháng', numbers[1], 'năm', numbers[2]].map(blank)
  return [
    blank('ngày'),
    blank(numbers[0]),
    joint(sign),
    joint(numbers[1]),
    joint(sign),
    joint(numbers[2]),
  ]
}

function iso({ day: d, month, year }: Day): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

const serial = fc.integer({ min: 1, max: 9999 }).map(value => String(value).padStart(2, '0'))

const state = fc
  .record({
    kind: fc.constantFrom(...STATE),
    serial,
    year: fc.integer({ min: 1997, max: 2031 }),
    body: fc.constantFrom(...BODIES),
    day: fc.option(day, { nil: null }),
  })
  .map(({ kind: [noun, type, hasYear], serial: at, year, body, day: on }): Written => {
    const years = hasYear ? [joint('/'), joint(String(year))] : []
    const groups = body.split('-').flatMap(group => [joint('-'), joint(group)])
    return {
      pieces: [
        ...noun.split(' ').map(blank),
        blank('số'),
        blank(at),
        ...years,
        joint('/'),
        joint(type),
        ...groups,
        ...(on ? dayPieces(on) : []),
      ],
      number: `${at}/${hasYear ? `${year}/` : ''}${type}-${body}`,
      noun,
      date: on && iso(on),
    }
  })

const party = fc
  .record({
    kind: fc.constantFrom(...PARTY),
    serial,
    body: fc.constantFrom('TU', 'TW', 'ĐU'),
    day: fc.option(day, { nil: null }),
  })
  .map(({ kind: [noun, type], serial: at, body, day: on }): Written => ({
    pieces: [
      ...noun.split(' ').map(blank),
      blank('số'),
      blank(at),
      joint('-'),
      joint(type),
      joint('/'),
      joint(body),
      ...(on ? dayPieces(on) : []),
    ],
    number: `${at}-${type}/${body}`,
    noun,
    date: on && iso(on),
  }))

const citation = fc.oneof({ weight: 3, arbitrary: state }, { weight: 1, arbitrary: party })

/** Invented prose that holds no citation, and near misses. */
const PROSE = [
  'Các phòng, ban rà soát việc thực hiện tại địa phương',
  'tỷ lệ 70/100 và 3/20 đơn vị đạt yêu cầu',
  'trong thời hạn 15 ngày làm việc',
  'kinh phí 1.500.000 đồng cho mỗi hộ',
  'giai đoạn 2021-2025, mức độ 3, 4',
  'mẫu số 01/GTGT kèm theo',
  'tiêu chuẩn TCVN ISO 9001:2015',
  'điện thoại 0233.3852.741',
  'hoà giải ở cơ sở, uỷ quyền, thuỷ lợi, hoá chất',
]
const prose = fc.constantFrom(...PROSE)
/** What stands before a citation in a sentence. */
const lead = fc.constantFrom('theo', 'tại', 'Thực hiện', 'Căn cứ', 'và theo')

const sentence = fc
  .record({ lead, prose, citations: fc.array(citation, { minLength: 1, maxLength: 3 }) })
  .map(({ lead: head, prose: words, citations }) => ({ head, words, citations }))
type Sentence = typeof sentence extends fc.Arbitrary<infer S> ? S : never

const text = fc.array(sentence, { minLength: 1, maxLength: 4 })

/** How the pieces of a citation are put together. */
type Join = (piece: Piece) => string
const plainly: Join = ({ glue }) => (glue === 'blank' ? ' ' : '')

function writeCitation({ pieces }: Written, join: Join): string {
  return pieces.map((piece, index) => (index === 0 ? '' : join(piece)) + piece.words).join('')
}

function write(sentences: Sentence[], join: Join = plainly): string {
  return sentences
    .map(({ head, words, citations }) => {
      const cited = citations.map(each => writeCitation(each, join)).join('; ')
      return `${words}. ${head} ${cited}; ${words}.`
    })
    .join('\n')
}

/** A text as written and what is to be found in it. */
interface Case {
  words: string
  expected: string[]
}

/** The text with gaps from a list between the pieces, the list used again and again. */
function withGaps(gaps: readonly string[], gapOf: (piece: Piece, gap: string) => string) {
  return fc
    .record({
      sentences: text,
      list: fc.array(fc.constantFrom(...gaps), { minLength: 5, maxLength: 60 }),
    })
    .map(({ sentences, list }): Case => {
      let next = 0
      const words = write(sentences, piece => gapOf(piece, list[next++ % list.length] ?? ''))
      return { words, expected: expectedOf(sentences) }
    })
}

/** The text changed as a whole. */
function changed(...changes: ((words: string) => string)[]) {
  return fc
    .record({ sentences: text, change: fc.constantFrom(...changes) })
    .map(({ sentences, change }): Case => ({
      words: change(write(sentences)),
      expected: expectedOf(sentences),
    }))
}

const expectedOf = (sentences: Sentence[]): string[] =>
  sentences
    .flatMap(({ citations }) => citations)
    .map(({ number, noun, date }) => [number, noun, date].join(' | '))

const found = (words: string): string[] =>
  extractNumbers(words).map(({ number, type, date }) => [number, type, date].join(' | '))

/** What is found, letters without case and marks: the set two writings of one text share. */
const folded = (list: string[]): string[] => list.map(words => withoutMarks(words).toLowerCase())

function withoutMarks(words: string): string {
  const bare = words.normalize('NFD').replace(/\p{M}/gu, '')
  return bare.replaceAll('đ', 'd').replaceAll('Đ', 'D')
}

describe('promises of the reader, over generated texts', () => {
  it('finds every citation with its noun and its day', () => {
    fc.assert(
      fc.property(text, sentences => {
        expect(found(write(sentences))).to.deep.equal(expectedOf(sentences))
      }),
      { numRuns: 300 },
    )
  })

  it('gives spans that reproduce the quote, apart and in order', () => {
    fc.assert(
      fc.property(text, sentences => {
        const words = write(sentences)
        let before = 0
        for (const { start, end, quote, number } of extract(words).citations) {
          expect(words.slice(start, end)).to.equal(quote)
          if (number === null) continue
          expect(start).to.be.at.least(before)
          before = end
        }
      }),
      { numRuns: 150 },
    )
  })

  it('reads over blanks and line breaks at the joints', () => {
    const joints = withGaps(['', '', '', ' ', '\n', '  ', ' \n', '\n\n'], ({ glue }, gap) =>
      glue === 'blank' ? gap || ' ' : gap,
    )
    fc.assert(
      fc.property(joints, ({ words, expected }) => {
        expect(found(words)).to.deep.equal(expected)
      }),
      { numRuns: 400 },
    )
  })

  it('reads page numbers and running headers away', () => {
    const FURNITURE = ['\n\n12\n\n', '\n- 3 -\n', '\nCÔNG BÁO/Số 741 + 742/Ngày 02-3-2022 15\n']
    const pages = withGaps(['', '', '', '', ...FURNITURE], ({ words, glue }, gap) =>
      glue === 'joint' ? '' : (/\d/u.test(words) ? '' : gap) || ' ',
    )
    fc.assert(
      fc.property(pages, ({ words, expected }) => {
        expect(found(words)).to.deep.equal(expected)
      }),
      { numRuns: 200 },
    )
  })

  it('finds the same in NFD, and quotes the text as it was sent', () => {
    fc.assert(
      fc.property(text, sentences => {
        const words = write(sentences).normalize('NFD')
        expect(found(words)).to.deep.equal(expectedOf(sentences))
        for (const { start, end, quote } of extractNumbers(words))
          expect(words.slice(start, end)).to.equal(quote)
      }),
      { numRuns: 150 },
    )
  })

  it('finds the same with dash and slash look-alikes and Ð for Đ', () => {
    const dashes = fc.constantFrom('\u2010', '\u2011', '\u2013', '\u2014', '\u2212')
    const slashes = fc.constantFrom('\u2044', '\u2215', '\uff0f')
    fc.assert(
      fc.property(text, dashes, slashes, (sentences, dash, slash) => {
        const words = write(sentences)
          .replaceAll('-', dash)
          .replaceAll('/', slash)
          .replaceAll('Đ', 'Ð')
        expect(found(words)).to.deep.equal(expectedOf(sentences))
      }),
      { numRuns: 150 },
    )
  })

  it('finds the same whatever the case of the nouns and the place of the tones', () => {
    const cases = changed(
      words => words.toUpperCase(),
      words => words.toLowerCase(),
      withoutMarks,
      words => words.replaceAll('oà', 'òa').replaceAll('uỷ', 'ủy').replaceAll('oá', 'óa'),
    )
    fc.assert(
      fc.property(cases, ({ words, expected }) => {
        expect(folded(found(words))).to.deep.equal(folded(expected))
      }),
      { numRuns: 300 },
    )
  })

  it('finds in two texts joined by a blank line what it finds in each', () => {
    const set = (words: string) =>
      extract(words)
        .citations.filter(({ number }) => number)
        .map(({ number, type, date }) => [number, type, date].join(' | '))
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [first, second] = [write(one), write(other)]
        expect(set(`${first}\n\n${second}`)).to.deep.equal([...set(first), ...set(second)])
      }),
      { numRuns: 150 },
    )
  })

  it('never throws, and keeps spans inside the text, on any string', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(
            'số ',
            '1/',
            'QĐ-',
            'ngày ',
            '12/2020/',
            'của ',
            '\n',
            '((',
            ', ',
            'Luật ',
            '-',
            '/',
            '5',
            'TTLT ',
          ),
          {
            maxLength: 80,
          },
        )
        .map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(any, words => {
        for (const { start, end, quote } of extract(words).citations)
          expect(words.slice(start, end)).to.equal(quote)
      }),
      { numRuns: 400 },
    )
  })
})
