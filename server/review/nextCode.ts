import type { ClientSession } from 'mongoose'
import type { IsoDate } from '../legal/dates.ts'
import { Counter } from '../models/Counter.ts'

/** `RS-2026-0187`, `CV-2026-0012`: counted by name and year, never used twice. */
export async function nextCode(
  { name, prefix, today }: { name: string; prefix: string; today: IsoDate },
  session: ClientSession,
): Promise<string> {
  const year = today.slice(0, 4)
  const counter = await Counter.findOneAndUpdate(
    { name: `${name}:${year}` },
    { $inc: { value: 1 } },
    { upsert: true, returnDocument: 'after', session },
  )
  return `${prefix}-${year}-${String(counter.value).padStart(4, '0')}`
}
