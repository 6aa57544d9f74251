import { createHash } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { foldText } from '../legal/foldText.ts'

const MIN_LENGTH = 10
const MAX_LENGTH = 200

/** argon2id (2), 19 MiB, two passes: the first recommendation of the OWASP password storage sheet. */
const OPTIONS = {
  algorithm: 2,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const

/** What everyone tries first, folded. */
const OBVIOUS = [
  'matkhau',
  'password',
  'passw0rd',
  'qwerty',
  'soat',
  'admin',
  'administrator',
  'congthuong',
  'phapche',
  'vietnam',
  'iloveyou',
  'welcome',
]

/** Typed the same on every keyboard: NFC. */
const normal = (password: string) => password.normalize('NFC')

export async function hashPassword(password: string): Promise<string> {
  return hash(normal(password), OPTIONS)
}

// A real hash of nothing anyone knows: an unknown name costs the same time as a wrong password.
let nobody: Promise<string> | null = null

/** Whether the password fits. Without a hash (no such user, none set yet) it takes as long and says no. */
export async function verifyPassword(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  nobody ??= hashPassword(crypto.randomUUID())
  const fits = await verify(passwordHash ?? (await nobody), normal(password))
  return fits && Boolean(passwordHash)
}

/** Names a password without telling it: sessions carry it, so that a new password ends the old ones. */
export function passwordMark(passwordHash: string): string {
  return createHash('sha256').update(passwordHash).digest('base64url').slice(0, 22)
}

/**
 * Why a new password is not taken, as a label key of `people.password`, or null. Length counts, composition does not; the
 * obvious and one's own name are refused.
 */
export function passwordFault(password: string, names: readonly string[] = []): string | null {
  const length = [...normal(password)].length
  if (length < MIN_LENGTH) return 'people.password.tooShort'
  if (length > MAX_LENGTH) return 'people.password.tooLong'
  return isObvious(password, names) ? 'people.password.obvious' : null
}

/** Digits and signs around an obvious word do not make it less so; nor does one sign repeated, nor a run. */
function isObvious(password: string, names: readonly string[]): boolean {
  const folded = fold(password)
  const core = folded.replace(/[^a-z]/gu, '')
  const own = names.map(name => fold(name).replace(/[^a-z]/gu, '')).filter(name => name.length > 2)
  if (new Set(folded).size <= 3) return true
  if ('01234567890123456789'.includes(folded) || '98765432109876543210'.includes(folded))
    return true
  return core !== '' && [...OBVIOUS, ...own].some(word => core === word || core === word + word)
}

function fold(text: string): string {
  return foldText(text).toLowerCase().replace(/\s+/gu, '')
}

export const PASSWORD_MIN_LENGTH = MIN_LENGTH
