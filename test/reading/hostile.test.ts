import { execFile } from 'node:child_process'
import { expect } from 'chai'
import { hostileTexts } from '../../scripts/bench/hostileTexts.ts'
import { extract, extractNumbers } from '../../server/reading/index.ts'

describe('hostile texts', function () {
  this.timeout(300_000)

  it('take time in step with their length, also where patterns are compiled without optimization', async () => {
    const { code, lines } = await steepness()
    expect(lines.slice(0, -1)).to.deep.equal([])
    expect(lines.at(-1)).to.match(/^\d{3} hostile texts read$/u)
    expect(code).to.equal(0)
  })

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

/** Its own process: how this one compiles patterns depends on what it has run before. */
function steepness(): Promise<{ code: number; lines: string[] }> {
  const args = ['--no-regexp-optimization', '--import', 'tsx', 'scripts/bench/steepness.ts']
  return new Promise(resolve => {
    execFile(process.execPath, args, { encoding: 'utf8' }, (error, stdout) => {
      resolve({ code: Number(error?.code ?? 0), lines: stdout.trim().split('\n') })
    })
  })
}

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
