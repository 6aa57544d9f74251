import { printLegalDate, type IsoDate } from '../../server/legal/dates.ts'

/** One article or section of a document of the demo. */
export interface Clause {
  heading: string
  lines: string[]
}

/** A document of the demo department: its text is ours, in the form of Nghị định 30/2020, Phụ lục I. */
export interface Spec {
  /** Names the document among the specs; never shown. */
  key: string
  number: string
  issuedOn: IsoDate
  effectiveFrom?: IsoDate
  /** Letterhead, two lines; the first may be empty for a People's Committee. */
  head: [superior: string, issuer: string]
  place: string
  /** As printed: `QUYẾT ĐỊNH`; empty for a letter. */
  type: string
  title: string
  addressee?: string
  /** `Căn cứ …;` lines, without the closing mark. */
  bases?: string[]
  clauses: Clause[]
  signer: { mode: string; role?: string; name: string }
  recipients: string[]
  /** Unit that drafted it, by key; ours when given. */
  unit?: string
  direction: 'incoming' | 'outgoing' | 'internal' | 'reference'
  reviewEveryMonths?: number
  /** The term it sets is taken as a task: for which unit, so many days after the day of loading. */
  task?: { unit: string; inDays: number }
  /** Registered this many days before the day of loading. */
  daysAgo: number
}

const MOTTO = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']

/** `ngày 29 tháng 8 năm 2019`: the month with a zero only for 1 and 2. */
function longDate(day: IsoDate): string {
  const [date = '', month = '', year = ''] = printLegalDate(day).split('/')
  return `ngày ${date} tháng ${month} năm ${year}`
}

function letterhead({ head, number, title, type, place, issuedOn }: Spec): string[] {
  const blank = number === ''
  return [
    ...head.filter(Boolean),
    `Số: ${number || '       /SCT-VP'}`,
    ...(type ? [] : [`V/v ${title}`]),
    '',
    ...MOTTO,
    '',
    blank ? `${place}, ngày      tháng      năm 2026` : `${place}, ${longDate(issuedOn)}`,
    '',
  ]
}

/** The full text of a document, as it would be pasted. */
export function compose(spec: Spec): string {
  const { type, title, addressee, bases = [], clauses, signer, recipients } = spec
  return [
    ...letterhead(spec),
    ...(type ? [type, title, ''] : []),
    ...(addressee ? [`Kính gửi: ${addressee}`, ''] : []),
    ...bases.map(basis => `${basis};`),
    ...(bases.length > 0 ? [''] : []),
    ...clauses.flatMap(({ heading, lines }) => [...(heading ? [heading] : []), ...lines, '']),
    'Nơi nhận:',
    ...recipients.map((name, index) => `- ${name}${index === recipients.length - 1 ? '.' : ';'}`),
    '',
    signer.mode,
    ...(signer.role ? [signer.role] : []),
    '',
    signer.name,
    '',
  ].join('\n')
}
