import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import Handlebars from 'handlebars'
import type { Express } from 'express'
import { formats } from './formats.ts'
import { t, type LabelParams } from './labels.ts'

const VIEWS = join(import.meta.dirname, '../../views')
// Looked up here and never used as a path: a layout named by a visitor (`?layout=../../x`) falls back to main.
const LAYOUTS = new Set(['main', 'plain'])
// A partial sees only what it is handed, so a field never inherits a `hint` or `error` of the page around it.
// Nor is it indented as its call is: that would write blanks into the lines of a textarea.
const COMPILE = { explicitPartialContext: true, preventIndent: true }

const engine = Handlebars.create()
const templates = new Map<string, Handlebars.TemplateDelegate>()
const versions = new Map<string, string>()
const cached = () => process.env.NODE_ENV === 'production' || process.env.NODE_ENV === 'test'

engine.registerHelper({
  ...formats,
  t: (key: string, options: Handlebars.HelperOptions) => t(key, options.hash as LabelParams),
  safeUrl,
  asset: (file: string) => new Handlebars.SafeString(asset(file)),
})

/** The link when it leads somewhere on the web, in mail, or within Soát; `#` for `javascript:` and the like. */
export function safeUrl(url: unknown): string {
  const text = typeof url === 'string' ? url.trim() : ''
  const scheme = /^([a-z][a-z\d+.-]*):/iu.exec(text.replace(/[\s\p{Cc}]/gu, ''))?.[1]
  return scheme && !/^(?:https?|mailto)$/iu.test(scheme) ? '#' : text
}

/** `/assets/soat.css?v=…`: the address of a file of views/assets, new when the file is. */
export function asset(file: string): string {
  let version = cached() ? versions.get(file) : undefined
  if (!version) {
    const bytes = readFileSync(join(VIEWS, 'assets', file))
    version = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
    versions.set(file, version)
  }
  return `/assets/${file}?v=${version}`
}

/** Every views/partials/**.hbs under its path without the ending: `field`, `review/findings`. */
function registerPartials(): void {
  const folder = join(VIEWS, 'partials')
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.hbs')) continue
    const source = readFileSync(join(folder, file), 'utf8')
    engine.registerPartial(file.slice(0, -'.hbs'.length), engine.compile(source, COMPILE))
  }
}

function templateAt(path: string): Handlebars.TemplateDelegate {
  if (templates.size === 0 || !cached()) registerPartials()
  const known = cached() ? templates.get(path) : undefined
  if (known) return known
  const template = engine.compile(readFileSync(path, 'utf8'), COMPILE)
  templates.set(path, template)
  return template
}

/** A template of views/ without a layout, for mail and files: `renderTemplate('mail/digest', model)`. Throws when absent. */
export function renderTemplate(name: string, model: object): string {
  return templateAt(join(VIEWS, `${name}.hbs`))(model)
}

/** A whole page: the template, then the layout named in `layout` around it (`main` unless it is `plain`). */
export function renderPage(name: string, model: object & { layout?: unknown }): string {
  const layout =
    typeof model.layout === 'string' && LAYOUTS.has(model.layout) ? model.layout : 'main'
  const body = new Handlebars.SafeString(renderTemplate(name, model))
  return renderTemplate(`layouts/${layout}`, { ...model, body })
}

/** Makes `res.render('family/page', model)` draw views/family/page.hbs in its layout. */
export function useHandlebars(app: Express): void {
  app.engine('hbs', (path, options, done) => {
    try {
      const name = relative(VIEWS, path).slice(0, -'.hbs'.length)
      done(null, renderPage(name, options))
    } catch (error) {
      done(error)
    }
  })
  app.set('views', VIEWS)
  app.set('view engine', 'hbs')
}
