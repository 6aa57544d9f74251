import { AuditEntry, type AuditEntryRecord } from '../models/AuditEntry.ts'
import type { AuditAction } from './actions.ts'

export const AUDIT_PAGE = 50

/** One page of the log, newest first. */
export async function listEntries({
  page,
  action,
}: {
  page: number
  action: AuditAction | null
}): Promise<{ entries: AuditEntryRecord[]; total: number }> {
  const filter = action ? { action } : {}
  const [entries, total] = await Promise.all([
    AuditEntry.find(filter)
      .sort({ sequence: -1 })
      .skip((page - 1) * AUDIT_PAGE)
      .limit(AUDIT_PAGE)
      .lean<AuditEntryRecord[]>(),
    AuditEntry.countDocuments(filter),
  ])
  return { entries, total }
}
