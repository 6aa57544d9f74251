import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { compose, offsetsAsSent } from '../../server/reading/asSent.ts'
import { extract, extractNumbers } from '../../server/reading/index.ts'
import type { Extraction } from '../../server/reading/types.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const DISPATCH = [
  'SỞ CÔNG THƯƠNG',
  'Số: 61/SCT-VP',
  'V/v rà soát quy chế phối hợp',
  'Kính gửi: Các phòng thuộc Sở.',
  'Căn cứ khoản 2 Điều 5 Nghị định số 74/2031/NĐ-CP ngày 14/5/2031 của Chính phủ;',
  'Điều 1. Thay thế Quyết định số 9/2029/QĐ-UBND ngày 02/3/2029 của UBND tỉnh.',
  'Các phòng gửi báo cáo về Văn phòng Sở trước ngày 20/6/2031.',
].join('\n')

/** Every span found anywhere in an extraction that says which words it was read from. */
function quotesIn(value: unknown): { start: number; end: number; quote: string }[] {
  if (Array.isArray(value)) return value.flatMap(quotesIn)
  if (typeof value !== 'object' || value === null) return []
  const own = 'quote' in value ? [value as { start: number; end: number; quote: string }] : []
  return [...own, ...Object.values(value).flatMap(quotesIn)]
}

/** What was found, without the places. */
function found({ header, citations, orders, outline }: Extraction) {
  return {
    header: (Object.entries(header) as [string, { value: unknown }][]).map(([field, { value }]) => [
      field,
      value,
    ]),
    citations: citations.map(({ number, type, date, issuer, relation }) => {
      return { number, type, date, issuer, relation }
    }),
    orders: orders.map(({ dueOn }) => dueOn),
    outline: outline.map(({ label }) => label),
  }
}

describe('extract in the text as it was sent', () => {
  const forms: [string, string][] = [
    ['NFC', DISPATCH],
    ['NFD', DISPATCH.normalize('NFD')],
    ['half NFD', DISPATCH.slice(0, 150) + DISPATCH.slice(150).normalize('NFD')],
    [
      'marks in another order',
      DISPATCH.normalize('NFD').replace(/(\u0323)([\u0300-\u0306])/gu, '$2$1'),
    ],
    ['behind signs that compose otherwise', `각 각 Å ｶﾞ क़ 😀\n${DISPATCH}`.normalize('NFD')],
    ['beside lone surrogates', `\ud800\n${DISPATCH.normalize('NFD')}\n\udc00`],
  ]
  for (const [form, text] of forms) {
    it(`finds the same and quotes the text itself: ${form}`, () => {
      const extraction = extract(text)
      const quotes = quotesIn(extraction)
      expect(quotes).to.have.length.above(6)
      for (const { start, end, quote } of quotes) expect(text.slice(start, end)).to.equal(quote)
      expect(found(extraction)).to.deep.equal(found(extract(DISPATCH)))
      const [first] = extraction.citations
      expect(first?.quote.normalize('NFC')).to.match(
        /^Nghị định số 74\/2031\/NĐ-CP ngày 14\/5\/2031/u,
      )
      for (const { start, end, quote } of extractNumbers(text)) {
        expect(text.slice(start, end)).to.equal(quote)
      }
    })
  }

  it('keeps carriage returns where they were sent', () => {
    const text = DISPATCH.replaceAll('\n', '\r\n')
    const { citations, header } = extract(text)
    expect(citations.map(({ number }) => number)).to.deep.equal(['74/2031/NĐ-CP', '9/2029/QĐ-UBND'])
    for (const { start, end, quote } of quotesIn({ citations, header })) {
      expect(text.slice(start, end)).to.equal(quote)
    }
  })

  it('composes as String.normalize does, but for endless runs of marks', () => {
    for (const [, text] of forms) expect(compose(text)).to.equal(text.normalize('NFC'))
    const marks = 'a\u0323'.repeat(40)
    expect(compose(marks)).to.equal(marks.normalize('NFC'))
    expect(compose(`a${'\u0301\u0323'.repeat(50)}e\u0323`)).to.match(/\u0301{2}\u1eb9$/u)
  })

  it('maps offsets one by one', () => {
    const text = 'Điê\u0323u a\u0302\u0301b\u1100\u1161\u11a8c'
    const offset = offsetsAsSent(text)
    const composed = text.normalize('NFC')
    for (let at = 0; at < composed.length; at++) {
      const unit = text.slice(offset(at), offset(at + 1))
      expect(unit.normalize('NFC')).to.equal(composed.charAt(at))
    }
  })
})

describe('extractNumbers', () => {
  it('reads number, type and date as extract does', () => {
    const { citations } = extract(DISPATCH)
    const numbers = extractNumbers(DISPATCH).filter(({ number }) => number !== '61/SCT-VP')
    expect(numbers).to.deep.equal(
      citations.map(({ start, end, quote, number, type, date }) => {
        return { start, end, quote, number, type, date }
      }),
    )
  })
})

describe('the published package', function () {
  this.timeout(180_000)
  const folder = mkdtempSync(path.join(tmpdir(), 'soat-packed-'))
  after(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const run = (command: string, args: string[], cwd: string) =>
    execFileSync(command, args, {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', npm_config_loglevel: 'error' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })

  it('is packed, installed elsewhere and runs on plain Node, with types', () => {
    run(process.execPath, ['scripts/buildExtract.mjs'], ROOT)
    run('npm', ['pack', './dist', '--pack-destination', folder], ROOT)
    const [tarball = ''] = readdirSync(folder)
    const project = path.join(folder, 'newcomer')
    mkdirSync(project)
    writeFileSync(path.join(project, 'package.json'), '{"name":"newcomer","type":"module"}')
    run('npm', ['install', '--offline', '--no-audit', `../${tarball}`], project)
    expect(
      readdirSync(path.join(project, 'node_modules')).filter(name => !name.startsWith('.')),
    ).to.deep.equal(['soat'])

    writeFileSync(path.join(project, 'read.js'), EXAMPLE)
    expect(JSON.parse(run(process.execPath, ['read.js'], project))).to.deep.equal([
      '34/2016/NĐ-CP',
      '2016-05-14',
      'khoản 2 Điều 5',
      'basedOn',
      true,
    ])

    writeFileSync(path.join(project, 'typed.ts'), TYPED)
    const compiler = path.join(ROOT, 'node_modules/typescript/bin/tsc')
    const strict = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022']
    run(process.execPath, [compiler, ...strict, 'typed.ts'], project)
  })

  it('shows a true example', () => {
    const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8')
    const documented = readFileSync(path.join(ROOT, 'server/reading/published.ts'), 'utf8')
    const [text = ''] = /'Căn cứ khoản[^']+'/u.exec(EXAMPLE) ?? []
    expect(text).not.to.equal('')
    expect(readme).to.include(text)
    expect(documented).to.include(text)
  })
})

const EXAMPLE = `
import { extract } from 'soat/extract'
const text = 'Căn cứ khoản 2 Điều 5 Nghị định số 34/2016/NĐ-CP ngày 14/5/2016 của Chính phủ;'
const [citation] = extract(text).citations
const { number, date, pinpoint, relation, start, end, quote } = citation
console.log(JSON.stringify([number, date, pinpoint, relation, text.slice(start, end) === quote]))
`

const TYPED = `
import { extract, extractNumbers } from 'soat/extract'
import type { CitationFound, Extraction, RelationKind } from 'soat/extract'
const extraction: Extraction = extract('a', { lawTitles: ['Luật A'] })
const citation: CitationFound | undefined = extraction.citations[0]
export const relation: RelationKind | null | undefined = citation?.relation
export const number: string | undefined = extractNumbers('a')[0]?.number
// @ts-expect-error the header is no number
export const wrong: number = extraction.header
`
