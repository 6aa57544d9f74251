/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'chai'
import type { BrowserContext, Page } from 'playwright-core'
import { ROLES, type Role } from '../../server/legal/glossary.ts'
import { routeTable } from '../../server/routes/table.ts'
import type { Route } from '../../server/routes/route.ts'
import type { Site } from '../support/browser.ts'
import { samplePath, type World } from '../support/world.ts'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const PHONE = { width: 360, height: 740 }
const DESKTOP = { width: 1366, height: 768 }

/** Every page a role may open: public ones for everybody signed out. */
export function pagesFor(world: World, role: Role | null): Route[] {
  return routeTable(world.test.services).filter(
    ({ answers, access }: Route & { answers?: string }) => {
      if (answers !== 'page') return false
      if (access === 'signedIn') return role !== null
      if ('public' in access) return role === null
      return role !== null && access.includes(role)
    },
  )
}

/** One `it` for each role and for those signed out: all its pages, one after another. */
export function checkEveryPage(world: () => World, site: () => Site): void {
  for (const role of [null, ...(Object.keys(ROLES) as Role[])]) {
    it(`every page, ${role ?? 'signed out'}: axe, 360 px, no JavaScript`, async function () {
      this.timeout(600_000)
      const faults = await faultsOf(world(), site(), role)
      expect(faults.join('\n')).to.equal('')
    })
  }
}

async function faultsOf(world: World, site: Site, role: Role | null): Promise<string[]> {
  const who = role && world.people.get(role)
  const contextWith = (options: object): Promise<BrowserContext> =>
    who ? site.signedIn(who, options) : site.context(options)
  const context = await contextWith({ viewport: DESKTOP, bypassCSP: true })
  const plain = await contextWith({ viewport: PHONE, javaScriptEnabled: false })
  const [page, plainPage] = [await context.newPage(), await plain.newPage()]
  const errors: string[] = []
  page.on('pageerror', error => errors.push(`script error: ${error.message}`))
  const faults: string[] = []
  for (const route of pagesFor(world, role)) {
    const path = await samplePath(route)
    const found = [
      ...(await look(page, path)),
      ...(await lookPlain(plainPage, path)),
      ...errors.splice(0),
    ]
    faults.push(...found.map(fault => `${role ?? 'signed out'} ${path}: ${fault}`))
  }
  await context.close()
  await plain.close()
  return faults
}

async function look(page: Page, path: string): Promise<string[]> {
  const answer = await page.goto(path)
  const status = answer?.status() ?? 0
  const faults = status >= 500 || status === 403 ? [`status ${status}`] : []
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
  for (const { id, nodes } of violations) {
    faults.push(
      `axe ${id}: ${nodes
        .map(({ html }) => html.slice(0, 160))
        .slice(0, 3)
        .join(' | ')}`,
    )
  }
  await page.setViewportSize(PHONE)
  faults.push(...(await tooWide(page)))
  await page.setViewportSize(DESKTOP)
  return faults
}

/** What reaches beyond the phone's edge makes the page scroll sideways. */
async function tooWide(page: Page): Promise<string[]> {
  const { scroll, inner, wide } = await page.evaluate(() => {
    const inner = document.documentElement.clientWidth
    const wide = [...document.querySelectorAll('body *')]
      .filter(element => element.getBoundingClientRect().right > inner + 1)
      .slice(0, 3)
      .map(element => element.outerHTML.slice(0, 120))
    return { scroll: document.documentElement.scrollWidth, inner, wide }
  })
  return scroll > inner + 1 ? [`360 px: ${scroll} px wide: ${wide.join(' | ')}`] : []
}

/** Without JavaScript the page has its heading, and every form is sent somewhere by a button of its own. */
async function lookPlain(page: Page, path: string): Promise<string[]> {
  await page.goto(path)
  const faults: string[] = []
  if ((await page.locator('h1').count()) !== 1) faults.push('no JavaScript: not one h1')
  const html = await page.content()
  if (/\son[a-z]+=/iu.test(html)) faults.push('an inline handler')
  if (/<[^>]+\sstyle=/iu.test(html)) faults.push('an inline style')
  const forms = html.match(/<form[\s\S]*?<\/form>/giu) ?? []
  for (const form of forms) {
    if (!/<button|type="submit"/iu.test(form) && !/role="search"|data-/iu.test(form)) {
      faults.push(`a form without a button: ${form.slice(0, 120)}`)
    }
    if (/method="post"/iu.test(form) && !form.includes('name="_csrf"')) {
      faults.push(`a form without a token: ${form.slice(0, 120)}`)
    }
  }
  return faults
}
