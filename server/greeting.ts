import { DEMO_PASSWORD, DEMO_PEOPLE } from '../scripts/demo/people.ts'
import type { Config } from './config.ts'
import { t } from './lib/labels.ts'
import { findHomeBody } from './people/homeBody.ts'
import { firstAdminToken } from './people/firstAdmin.ts'

/** What the person at the terminal reads when all is up: where Soát is and how to sign in. */
export async function greeting({
  config,
  port,
  now,
}: {
  config: Pick<Config, 'baseUrl' | 'host' | 'port'>
  port: number
  now: Date
}): Promise<{ address: string; lines: string[] }> {
  const address = config.baseUrl ?? `http://${hostForLinks(config.host)}:${port}`
  const moved = port !== config.port && config.port !== 0
  return {
    address,
    lines: [
      '',
      ...(moved ? [t('people.start.moved', { wanted: config.port, port })] : []),
      t('people.start.running', { address }),
      ...(await signInLines(address, now)),
      t('people.start.stop'),
    ],
  }
}

async function signInLines(address: string, now: Date): Promise<string[]> {
  const token = await firstAdminToken(now)
  if (token) return [t('people.start.first'), `  ${address}/first-admin/${token}`]
  const home = await findHomeBody()
  if (home?.kind === 'demo') return demoLines()
  return [t('people.start.signIn', { address })]
}

/** The demo's one password is no secret: it holds invented people only. */
function demoLines(): string[] {
  const people = DEMO_PEOPLE.flatMap(({ username, tries }) =>
    tries ? [`  ${username.padEnd(14)} ${tries}`] : [],
  )
  return [t('people.start.demo', { password: DEMO_PASSWORD }), ...people]
}

/** “Every interface” is no address to open. */
function hostForLinks(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
