import type { Express } from 'express'
import type { Types } from 'mongoose'
import { demoSignInPassword, DEMO_PEOPLE } from '../../scripts/demo/people.ts'
import { loadDemo } from '../../scripts/demo/loadDemo.ts'
import type { Role } from '../../server/legal/glossary.ts'
import { ROLES } from '../../server/legal/glossary.ts'
import { inTransaction } from '../../server/lib/mongo.ts'
import { Citation } from '../../server/models/Citation.ts'
import { DocumentFile } from '../../server/models/DocumentFile.ts'
import { HomeBody } from '../../server/models/HomeBody.ts'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import { Review } from '../../server/models/Review.ts'
import { Task } from '../../server/models/Task.ts'
import { Unit } from '../../server/models/Unit.ts'
import { User } from '../../server/models/User.ts'
import { createLink } from '../../server/people/oneTimeLinks.ts'
import type { Route } from '../../server/routes/route.ts'
import { newUser, testApp, TEST_PASSWORD, type TestApp } from './app.ts'

export interface World {
  app: Express
  test: TestApp
  /** Who signs in for a role: user name and password. */
  people: Map<Role, { username: string; password: string }>
}

/** The demo department in this worker's database: one person for each role. */
export async function demoWorld(): Promise<World> {
  const test = testApp({ today: '2026-11-23' })
  await loadDemo(test.services)
  const people: World['people'] = new Map()
  for (const role of Object.keys(ROLES) as Role[]) {
    const person = DEMO_PEOPLE.find(({ roles }) => roles[0] === role)
    if (person) people.set(role, { username: person.username, password: demoSignInPassword() })
  }
  return { app: test.app, test, people }
}

/** A register nobody has put anything into yet. */
export async function emptyWorld(): Promise<World> {
  const test = testApp({ today: '2026-11-23' })
  await HomeBody.create({ name: 'Sở Thử Nghiệm tỉnh Bình Thạnh', kind: 'test' })
  const people: World['people'] = new Map()
  for (const role of Object.keys(ROLES) as Role[]) {
    const { username } = await newUser([role])
    people.set(role, { username, password: TEST_PASSWORD })
  }
  return { app: test.app, test, people }
}

const NO_ID = '0'.repeat(24)
const NO_TOKEN = 'khong-co'

/** A path of this world for a route with parameters; on an empty register, one that leads nowhere. */
export async function samplePath({ path }: Pick<Route, 'path'>): Promise<string> {
  if (path === '/intake/duplicate') return duplicatePath()
  if (path === '/set-password/:token') return passwordPath()
  if (!path.includes(':')) return path
  const id = await sampleId(path)
  const stub = await Citation.findOne({ state: 'missing', isLive: true }).lean()
  return path
    .replace(':token', NO_TOKEN)
    .replace(':key', encodeURIComponent(stub?.toKey ?? 'n:1/2020/QD-XX'))
    .replace(/:\w+/gu, id)
}

/** The sheet for bytes that are in the register already. */
async function duplicatePath(): Promise<string> {
  const file = await DocumentFile.findOne({ isFirst: true }).lean()
  return `/intake/duplicate?hash=${file?.sha256 ?? NO_ID}&name=ban-hai.txt`
}

/** A link that works, of a person who has no password yet. */
async function passwordPath(): Promise<string> {
  const { _id: user } = await newUser(['reader'])
  const now = new Date('2026-11-23T01:05:00Z')
  const token = await inTransaction(session =>
    createLink({ purpose: 'setPassword', user, now }, session),
  )
  return `/set-password/${token}`
}

/** Which record stands for `:id`, by the beginning of the path. */
const SAMPLES: [string, () => Promise<{ _id: Types.ObjectId } | null>][] = [
  ['/drafts', () => LegalDocument.findOne({ state: 'draft' }, '_id').lean()],
  [
    '/documents',
    () => LegalDocument.findOne({ numberKey: '20/2019/QD-UBND', own: true }, '_id').lean(),
  ],
  ['/reviews', () => Review.findOne({ state: 'inProgress' }, '_id').lean()],
  ['/tasks', () => Task.findOne({}, '_id').lean()],
  ['/citations', () => Citation.findOne({ state: 'missing', isLive: true }, '_id').lean()],
  ['/files', () => DocumentFile.findOne({}, '_id').lean()],
  ['/admin/users', () => User.findOne({}, '_id').lean()],
  ['/admin/units', () => Unit.findOne({}, '_id').lean()],
]

async function sampleId(path: string): Promise<string> {
  const sample = SAMPLES.find(([beginning]) => path.startsWith(beginning))
  const record = sample ? await sample[1]() : null
  return record ? record._id.toHexString() : NO_ID
}
