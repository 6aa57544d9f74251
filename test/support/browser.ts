import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Express } from 'express'
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
} from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/** Where the browser is: CHROMIUM_BINARY, else on the PATH; null when this machine has none. */
export function browserBinary(): string | null {
  const named = process.env.CHROMIUM_BINARY
  if (named) return existsSync(named) ? named : null
  const places = (process.env.PATH ?? '').split(path.delimiter)
  const found = places.flatMap(place => NAMES.map(name => path.join(place, name))).find(existsSync)
  return found ?? null
}

/** An app served on a free port of this machine, and a browser on it. */
export interface Site {
  url: string
  /** A fresh context with its own cookies. */
  context(options?: BrowserContextOptions): Promise<BrowserContext>
  /** A context signed in through the form. */
  signedIn(
    who: { username: string; password: string },
    options?: BrowserContextOptions,
  ): Promise<BrowserContext>
}

/**
 * For a describe block in a real browser. `makeApp` runs once, after the database is there. Skipped where there is no
 * browser; with SOAT_REQUIRE_BROWSER=1 (CI) that is a failure instead.
 */
export function useSite(makeApp: () => Promise<Express> | Express): () => Site {
  let browser: Browser | undefined
  let server: Server | undefined
  let site: Site | undefined
  before(async function () {
    this.timeout(300_000)
    const executablePath = browserBinary()
    if (!executablePath) {
      if (process.env.SOAT_REQUIRE_BROWSER === '1') throw new Error('No Chromium on this machine')
      return this.skip()
    }
    const app = await makeApp()
    server = await new Promise<Server>(resolve => {
      const listening = app.listen(0, '127.0.0.1', () => resolve(listening))
    })
    browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    })
    const { port } = server.address() as AddressInfo
    site = siteOf(browser, `http://127.0.0.1:${port}`)
  })
  after(async () => {
    await browser?.close()
    server?.closeAllConnections()
    server?.close()
  })
  return () => {
    if (!site) throw new Error('the site is not up')
    return site
  }
}

function siteOf(browser: Browser, url: string): Site {
  const context = (options: BrowserContextOptions = {}) =>
    browser.newContext({ baseURL: url, locale: 'vi-VN', ...options })
  return {
    url,
    context,
    async signedIn({ username, password }, options) {
      const signed = await context(options)
      const page = await signed.newPage()
      await page.goto('/sign-in')
      await page.fill('input[name=username]', username)
      await page.fill('input[name=password]', password)
      await Promise.all([
        page.waitForURL(`${url}/`),
        page.click('main button[type=submit], form button'),
      ])
      await page.close()
      return signed
    },
  }
}
