import { expect } from 'chai'
import express from 'express'
import supertest from 'supertest'
import {
  asset,
  renderPage,
  renderTemplate,
  safeUrl,
  useHandlebars,
} from '../../server/lib/handlebars.ts'

const chrome = {
  home: { name: 'Sở Minh Họa', place: 'tỉnh Minh Họa' },
  nav: [{ href: '/', label: 'Bàn làm việc', count: 3, current: true }],
  inbox: { count: 5, href: '/inbox' },
  user: { name: '<b>Chuyên viên</b>' },
  csrf: 'token-1',
  engineOff: false,
  demo: false,
  today: '2026-11-23',
}
const page = { title: 'Văn bản' }
const model = { chrome, page, title: page.title }
const TEMPLATE = 'partials/pageHead'

describe('handlebars', () => {
  it('puts a page in the main layout, with the bar and the title', () => {
    const html = renderPage(TEMPLATE, model)
    expect(html).to.match(/^<!doctype html>/u)
    expect(html).to.contain('<title>Văn bản · Soát</title>')
    expect(html).to.contain('<h1>Văn bản</h1>')
    expect(html).to.contain('<main id="main"')
    expect(html).to.contain('name="_csrf" value="token-1"')
  })

  it('puts it in the plain layout when code asks for it', () => {
    const html = renderPage(TEMPLATE, { ...model, layout: 'plain' })
    expect(html).to.contain('<h1>Văn bản</h1>')
    expect(html).not.to.contain('class="sections"')
  })

  for (const layout of ['../../package.json', '/etc/passwd', ['main'], { path: 'plain' }, '']) {
    it(`never takes a path for a layout: ${JSON.stringify(layout)}`, () => {
      expect(renderPage(TEMPLATE, { ...model, layout })).to.contain('class="sections"')
    })
  }

  it('escapes what people typed', () => {
    expect(renderPage(TEMPLATE, model)).to.contain('&lt;b&gt;Chuyên viên&lt;/b&gt;')
    const html = renderTemplate('partials/field', { id: 'x', label: 'X', value: '"><script>' })
    expect(html).to.contain('value="&quot;&gt;&lt;script&gt;"')
  })

  it('gives a partial only what it is handed', () => {
    const html = renderTemplate('layouts/main', { ...model, error: 'leaks', hint: 'leaks' })
    expect(html).not.to.contain('leaks')
  })

  it('shows block content that is nothing but conditions on the page around it', () => {
    const scan = { strong: 'Đã đọc', take: 'Dùng văn bản', action: '/drafts/1', isDraft: true }
    const html = renderTemplate('partials/drafts/scan', scan)
    expect(html).to.contain('<button class="button" formaction="/drafts/1/scan">Dùng văn bản<')
    for (const less of [{ take: '' }, { isDraft: false }])
      expect(renderTemplate('partials/drafts/scan', { ...scan, ...less })).not.to.contain('button')
  })

  it('keeps the lines of a textarea as they were typed', () => {
    const html = renderTemplate('partials/textarea', { id: 'x', label: 'X', value: 'a\n  b\nc' })
    expect(html).to.contain('>\na\n  b\nc</textarea>')
  })

  it('names no style attribute, inline script or handler', () => {
    expect(renderPage(TEMPLATE, model)).not.to.match(/ style=| on[a-z]+=|<script>/u)
  })

  it('is what res.render uses', async () => {
    const app = express()
    useHandlebars(app)
    app.get('/', (req, res) => {
      res.render(TEMPLATE, { ...req.query, ...model })
    })
    app.get('/missing', (_req, res) => {
      res.render('no/such/page', model)
    })
    const answer = await supertest(app).get('/?layout=../../package.json').expect(200)
    expect(answer.text).to.contain('<h1>Văn bản</h1>')
    await supertest(app).get('/missing').expect(500)
  })

  const links: [url: unknown, safe: string][] = [
    ['/documents/1?x=a:b', '/documents/1?x=a:b'],
    ['https://vbpl.vn/a', 'https://vbpl.vn/a'],
    ['mailto:a@b.vn', 'mailto:a@b.vn'],
    ['#dong-9', '#dong-9'],
    ['javascript:alert(1)', '#'],
    [' JavaScript:alert(1)', '#'],
    ['java\nscript:alert(1)', '#'],
    ['\u0001javascript:alert(1)', '#'],
    ['data:text/html,x', '#'],
    [undefined, ''],
  ]
  for (const [url, safe] of links) {
    it(`links to ${JSON.stringify(url)} as ${JSON.stringify(safe)}`, () => {
      expect(safeUrl(url)).to.equal(safe)
    })
  }

  it('names an asset with its version', () => {
    expect(asset('soat.css')).to.match(/^\/assets\/soat\.css\?v=[\da-f]{10}$/u)
  })
})
