import { dayOf, type IsoDate } from './legal/dates.ts'

/** A message for one person. `to.address` is a checked address. */
export interface Mail {
  to: { name: string; address: string }
  subject: string
  text: string
}

/** What tests may fake, and nothing else. The database and the search engine are real everywhere. */
export interface Outside {
  /** The legal day in Việt Nam. */
  today(): IsoDate
  now(): Date
  sendMail(mail: Mail): Promise<void>
}

/** The real outside world. Mail is not sent yet: the inbox is the channel that counts. */
export function realOutside(): Outside {
  return {
    today: () => dayOf(new Date()),
    now: () => new Date(),
    sendMail: () => Promise.resolve(),
  }
}
