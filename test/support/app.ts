import type { Express } from 'express'
import request, { type Response, type Test } from 'supertest'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import type { IsoDate } from '../../server/legal/dates.ts'
import { ROLES, type Role } from '../../server/legal/glossary.ts'
import { User, type UserRecord } from '../../server/models/User.ts'
import type { Mail, Outside } from '../../server/outside.ts'
import type { Actor } from '../../server/people/actor.ts'
import { hashPassword } from '../../server/people/passwords.ts'
import { actorFrom } from '../../server/people/sessionActor.ts'
import type { Services } from '../../server/services.ts'

export const TEST_PASSWORD = 'mưa rào cuối hạ 27'

/** What goes into a form: a list is a set of ticked boxes. */
export type Fields = Record<string, string | number | string[]>

/** One browser: keeps its cookies and knows its form token. */
export interface Visitor {
  get: (path: string) => Test
  /** Posts a form with its token, as a page would. */
  post: (path: string, fields?: Fields) => Promise<Response>
  /** The bare request, for uploads and refusals: nothing is added to it. */
  rawPost: (path: string) => Test
  token: () => Promise<string>
}

export interface SignedIn extends Visitor {
  actor: Actor
}

export interface TestApp {
  app: Express
  services: Services
  mails: Mail[]
  /** Moves the made-up day and hour. */
  setClock: (clock: { today?: IsoDate; now?: Date }) => void
  visitor: () => Visitor
  /** Creates a user with these roles and signs in through the form. */
  signedIn: (roles: Role | Role[], more?: Partial<UserRecord>) => Promise<SignedIn>
  /** Signs in somebody who exists with TEST_PASSWORD. */
  signInAs: (username: string) => Promise<Visitor>
}

const MONDAY = { today: '2026-11-23', now: new Date('2026-11-23T01:05:00Z') }

/** The app with real database and templates; only the outside world is made up. After `useDatabase()`. */
export function testApp({
  today = MONDAY.today,
  now = MONDAY.now,
  env = {},
}: { today?: IsoDate; now?: Date; env?: Record<string, string> } = {}): TestApp {
  const clock = { today, now }
  const mails: Mail[] = []
  const outside: Outside = {
    today: () => clock.today,
    now: () => clock.now,
    sendMail: mail => Promise.resolve(void mails.push(mail)),
  }
  const config = readConfig({
    NODE_ENV: 'test',
    SESSION_SECRET: 'for tests only '.repeat(3),
    ...env,
  })
  const services = { outside, config }
  const app = createApp(services)
  const visitor = () => visit(app)
  const signInAs = async (username: string) => {
    const one = visitor()
    const answer = await one.post('/sign-in', { username, password: TEST_PASSWORD })
    if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}: ${answer.text}`)
    return one
  }
  return {
    app,
    services,
    mails,
    setClock: changes => void Object.assign(clock, changes),
    visitor,
    signInAs,
    async signedIn(roles, more = {}) {
      const user = await newUser([roles].flat(), more)
      return { ...(await signInAs(user.username)), actor: actorFrom(user) }
    },
  }
}

function visit(app: Express): Visitor {
  const agent = request.agent(app)
  let kept: string | null = null
  const token = async () => {
    kept ??= csrfIn((await agent.get('/sign-in').redirects(1)).text)
    return kept
  }
  return {
    get: path => agent.get(path),
    rawPost: path => agent.post(path),
    token,
    async post(path, fields = {}) {
      // First: a request takes its cookies when it is made.
      const _csrf = await token()
      const answer = await agent
        .post(path)
        .type('form')
        .send(encode({ ...fields, _csrf }))
      // Another session has another token.
      if (answer.headers['set-cookie'] && /^\/(?:sign-|first-admin|set-password)/.test(path))
        kept = null
      return answer
    },
  }
}

/** The token in a page's forms. */
export function csrfIn(html: string): string {
  const token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1]
  if (!token) throw new Error(`the page has no form token: ${html.slice(0, 400)}`)
  return token
}

function encode(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  )
  return new URLSearchParams(pairs).toString()
}

let hash: Promise<string> | null = null
let serial = 0

/** A user who signs in with TEST_PASSWORD. */
export async function newUser(roles: Role[], more: Partial<UserRecord> = {}): Promise<UserRecord> {
  hash ??= hashPassword(TEST_PASSWORD)
  serial += 1
  const user = await User.create({
    username: `${roles[0] ?? 'nobody'}.${process.pid}.${serial}`.toLowerCase(),
    name: `${roles[0] ? ROLES[roles[0]].vi : 'Không vai trò'} ${serial}`,
    roles,
    passwordHash: await hash,
    ...more,
  })
  return user.toObject()
}
