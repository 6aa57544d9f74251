import type { Types } from 'mongoose'
import { Notice, type NoticeRecord } from '../models/Notice.ts'
import { User } from '../models/User.ts'
import { names } from './reviewRows.ts'

/** A reminder, and the name of who got it. */
export interface NoticeSent {
  notice: NoticeRecord
  name: string
}

const MOST_NOTICES = 30

/** Reminders of a review or a task, newest first, with whom they went to. */
export async function noticesOf(id: Types.ObjectId): Promise<NoticeSent[]> {
  const rows = await Notice.find({ obligation: id })
    .sort({ createdOn: -1, _id: -1 })
    .limit(MOST_NOTICES)
    .lean<NoticeRecord[]>()
  const people = await names(
    User,
    rows.map(({ person }) => person),
  )
  return rows.map(notice => ({ notice, name: people.get(String(notice.person)) ?? '' }))
}
