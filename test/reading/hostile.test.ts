import { expect } from 'chai'
import { hostileTexts } from '../../scripts/bench/hostileTexts.ts'
import { extract, extractNumbers } from '../../server/reading/index.ts'

const SMALL = 40_000
const TIMES = 4
/** Below this a text is read fast enough, whatever the curve: a few times the size stays well under a second. */
const FAST_MS = 80
/** Linear work takes 4 times as long, quadratic work 16 times. */
const STEEPEST = 11
const ROUNDS = 4

/**
 * The best of some readings in milliseconds of processor time: what else the machine does is not counted, and what it disturbs
 * only ever adds.
 */
function timeOf(text: string, rounds: number): number {
  let best = Infinity
  for (let round = 0; round < rounds; round++) {
    const from = process.cpuUsage()
    extract(text)
    best = Math.min(best, process.cpuUsage(from).user / 1000)
  }
  return best
}

/** Null when the time grows with the length, else how much steeper. */
function steepness(small: string, large: string): string | null {
  if (timeOf(large, 1) < FAST_MS) return null
  const [one, many] = [timeOf(small, ROUNDS), timeOf(large, ROUNDS)]
  if (many < FAST_MS || many / one < STEEPEST) return null
  return `${one.toFixed(0)} ms → ${many.toFixed(0)} ms`
}

describe('hostile texts', function () {
  this.timeout(600_000)
  const small = [...hostileTexts(SMALL)]
  const large = [...hostileTexts(SMALL * TIMES)]
  const groups = Array.from({ length: Math.ceil(small.length / 50) }, (_, index) => index * 50)

  for (const from of groups) {
    it(`take time in step with their length (${from + 1} to ${Math.min(from + 50, small.length)})`, () => {
      const steep: string[] = []
      for (let index = from; index < Math.min(from + 50, small.length); index++) {
        const [name, text] = small[index] ?? ['', '']
        const found = steepness(text, large[index]?.[1] ?? '')
        if (found !== null) steep.push(`${name}: ${found}`)
      }
      expect(steep).to.deep.equal([])
    })
  }

  it('are read without a throw, and quoted as they stand, in every Unicode form', () => {
    for (const [name, text] of hostileTexts(4_000)) {
      for (const form of [text, text.normalize('NFD'), `a\u0301${text}`]) {
        for (const { start, end, quote } of [...quotesIn(extract(form)), ...extractNumbers(form)]) {
          expect(form.slice(start, end), name).to.equal(quote)
        }
      }
    }
  })
})

interface Quoted {
  start: number
  end: number
  quote: string
}

/** Everything found that says which words it was read from. */
function quotesIn(value: unknown): Quoted[] {
  if (Array.isArray(value)) return value.flatMap(quotesIn)
  if (typeof value !== 'object' || value === null) return []
  const own = 'quote' in value ? [value as Quoted] : []
  return [...own, ...Object.values(value).flatMap(quotesIn)]
}
