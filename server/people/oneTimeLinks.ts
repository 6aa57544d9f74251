import { createHash, randomBytes } from 'node:crypto'
import type { ClientSession, Types } from 'mongoose'
import { OneTimeLink, type OneTimeLinkRecord } from '../models/OneTimeLink.ts'

const HOUR_MS = 3_600_000
/** How long a link may be used: the first admin's is on the screen now, a colleague's may wait over a weekend. */
const LIFE_MS = { firstAdmin: 24 * HOUR_MS, setPassword: 72 * HOUR_MS }

export type LinkPurpose = keyof typeof LIFE_MS
export const SET_PASSWORD_HOURS = LIFE_MS.setPassword / HOUR_MS

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Makes a link that works once and returns its token; only the token's hash is kept. A person's older links end. */
export async function createLink(
  { purpose, user, now }: { purpose: LinkPurpose; user?: Types.ObjectId; now: Date },
  session: ClientSession,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + LIFE_MS[purpose])
  if (user) await OneTimeLink.deleteMany({ purpose, user, usedAt: null }, { session })
  await OneTimeLink.create([{ tokenHash: hashOf(token), purpose, user, expiresAt }], { session })
  return token
}

export interface LinkAsked {
  token: string
  purpose: LinkPurpose
  now: Date
}

/** The link of a token while it can be used; null when unknown, used or too old. */
export async function findLink({
  token,
  purpose,
  now,
}: LinkAsked): Promise<OneTimeLinkRecord | null> {
  return OneTimeLink.findOne({
    tokenHash: hashOf(token),
    purpose,
    usedAt: null,
    expiresAt: { $gt: now },
  }).lean<OneTimeLinkRecord>()
}

/** Uses the link up, in the transaction of what it was for; null when somebody was faster or it is too old. */
export async function useLink(
  { token, purpose, now }: LinkAsked,
  session: ClientSession,
): Promise<OneTimeLinkRecord | null> {
  return OneTimeLink.findOneAndUpdate(
    { tokenHash: hashOf(token), purpose, usedAt: null, expiresAt: { $gt: now } },
    { usedAt: now },
    { session, returnDocument: 'after' },
  ).lean<OneTimeLinkRecord>()
}
