/** One citation, labelled or predicted: the words of the text. */
export interface LabelledCitation {
  number?: string | null
  type?: string | null
  date?: string | null
  issuer?: string | null
  pinpoint?: string | null
  relation?: string | null
  title?: string | null
  start?: number | null
  end?: number | null
  quote?: string | null
  /** Neither required nor punished: standards, judgments, the document citing itself. */
  optional?: boolean
}

/** One labelled passage: a line of a labelled file. */
export interface Passage {
  id: string
  text: string
  citations: LabelledCitation[]
  header?: Record<string, unknown> | null
}

/** One line of predictions. */
export interface Prediction {
  id: string
  citations?: LabelledCitation[] | null
  header?: Record<string, unknown> | null
}

/** Passages of a file of JSON lines. */
export function readPassages(lines: string): Passage[] {
  const rows = lines.split('\n').filter(line => line.trim())
  return rows.map(line => JSON.parse(line) as Passage)
}
