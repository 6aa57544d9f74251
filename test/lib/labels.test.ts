import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect } from 'chai'
import { labelAt, labels, t } from '../../server/lib/labels.ts'

const ROOT = join(import.meta.dirname, '../..')

function filesUnder(folders: string[], ending: string): string[] {
  return folders.flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith(ending))
      .map(file => join(ROOT, folder, file)),
  )
}

function found(files: string[], pattern: RegExp): { at: string; key: string }[] {
  return files.flatMap(file =>
    Array.from(readFileSync(file, 'utf8').matchAll(pattern), match => ({
      at: relative(ROOT, file),
      key: match[1] ?? '',
    })),
  )
}

const code = filesUnder(['server'], '.ts')
const templates = filesUnder(['views'], '.hbs')

describe('labels', () => {
  it('fills the holes of a label', () => {
    expect(t('components.due.left', { n: 6 })).to.equal('còn 6 ngày làm việc')
  })

  it('leaves a hole that nothing was given for', () => {
    expect(t('components.due.left')).to.contain('{n}')
  })

  it('refuses a key that is not there, and a branch', () => {
    expect(() => t('components.due.never')).to.throw("no label for 'components.due.never'")
    expect(() => t('components.due')).to.throw()
    expect(() => t('components.due.left.toString')).to.throw()
  })

  it('shows the key itself in production', () => {
    const before = process.env.NODE_ENV
    process.env.NODE_ENV = 'production'
    try {
      expect(t('no.such.key')).to.equal('no.such.key')
    } finally {
      process.env.NODE_ENV = before
    }
  })

  it('has every key that code and templates ask for', () => {
    const asked = [
      ...found(code, /(?<![\p{L}\d_.])t\(\s*'([^']+)'/gu),
      ...found(templates, /(?:\{\{|\()t '([^']+)'/gu),
    ]
    const missing = asked.filter(({ key }) => typeof labelAt(key) !== 'string')
    expect(missing.map(({ at, key }) => `${at}: ${key}`)).to.deep.equal([])
  })

  it('has the branch under every key that is put together', () => {
    const asked = found(code, /(?<![\p{L}\d_.])t\(\s*`([^`$]+)\.\$\{/gu)
    const missing = asked.filter(({ key }) => typeof labelAt(key) !== 'object')
    expect(missing.map(({ at, key }) => `${at}: ${key}`)).to.deep.equal([])
  })

  it('holds only words: no empty label, every one NFC', () => {
    const bad: string[] = []
    const walk = (tree: object, path: string) => {
      for (const [key, value] of Object.entries(tree)) {
        const at = `${path}.${key}`
        if (typeof value === 'object' && value !== null) walk(value as object, at)
        else if (typeof value !== 'string' || !value.trim() || value !== value.normalize('NFC'))
          bad.push(at)
      }
    }
    walk(labels, '')
    expect(bad).to.deep.equal([])
  })

  it('is where all Vietnamese words are: templates hold none', () => {
    const wordy = templates.filter(file =>
      /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/iu.test(
        readFileSync(file, 'utf8')
          .normalize('NFC')
          .replace(/\{\{!--[\s\S]*?--\}\}|\{\{![\s\S]*?\}\}|<!--[\s\S]*?-->/gu, ''),
      ),
    )
    expect(wordy.map(file => relative(ROOT, file))).to.deep.equal([])
  })
})
