export interface NumberRef {
  list: string
  level: number
}

/** One level of a list: first number, format name (w:numFmt) and pattern ("%1.", "Điều %1.", "%2)"). */
export interface Level {
  start: number
  format: string
  text: string
}

export interface List {
  definition: string
  levels: Level[]
  restarts: boolean
}

export type Numbering = Map<string, List>

/** Lists of word/numbering.xml by number id, overrides applied. */
export function numberingOf(xml: string): Numbering {
  const definitions = new Map<string, Level[]>()
  for (const [, id = '', body = ''] of elements(xml, 'w:abstractNum', 'w:abstractNumId')) {
    definitions.set(id, levelsOf(body, []))
  }
  const lists: Numbering = new Map()
  for (const [, id = '', body = ''] of elements(xml, 'w:num', 'w:numId')) {
    const definition = valueOf(body, 'w:abstractNumId') ?? ''
    lists.set(id, {
      definition,
      levels: overridden(body, definitions.get(definition) ?? []),
      restarts: body.includes('<w:startOverride'),
    })
  }
  return lists
}

/** Styles that number their paragraphs, their own or through the style they are based on. */
export function styleNumbers(xml: string): Map<string, NumberRef> {
  const own = new Map<string, { base?: string; list?: string; level?: string }>()
  for (const [, id = '', body = ''] of elements(xml, 'w:style', 'w:styleId')) {
    own.set(id, {
      base: valueOf(body, 'w:basedOn'),
      list: valueOf(body, 'w:numId'),
      level: valueOf(body, 'w:ilvl'),
    })
  }
  const numbers = new Map<string, NumberRef>()
  for (const [id, { level }] of own) {
    const list = inherited(id, own)
    if (list) numbers.set(id, { list, level: Number(level ?? 0) })
  }
  return numbers
}

function inherited(id: string, styles: Map<string, { base?: string; list?: string }>) {
  let at = styles.get(id)
  // Bounded: a damaged file may base two styles on each other.
  for (let steps = 0; at && steps < 20; steps += 1) {
    if (at.list) return at.list
    at = styles.get(at.base ?? '')
  }
  return undefined
}

function overridden(body: string, levels: Level[]): Level[] {
  const result = [...levels]
  for (const [, index = '', override = ''] of elements(body, 'w:lvlOverride', 'w:ilvl')) {
    const replaced = levelsOf(override, levels)[Number(index)] ?? levels[Number(index)]
    const start = valueOf(override, 'w:startOverride')
    if (replaced) result[Number(index)] = start ? { ...replaced, start: Number(start) } : replaced
  }
  return result
}

function levelsOf(body: string, defaults: Level[]): Level[] {
  const levels = [...defaults]
  for (const [, index = '', level = ''] of elements(body, 'w:lvl', 'w:ilvl')) {
    levels[Number(index)] = {
      start: Number(valueOf(level, 'w:start') ?? 1),
      format: valueOf(level, 'w:numFmt') ?? 'decimal',
      text: valueOf(level, 'w:lvlText') ?? '',
    }
  }
  return levels
}

function elements(xml: string, tag: string, id: string) {
  const attributes = `(?=[^>]*\\b${id}="([^"]*)")[^>]*`
  return xml.matchAll(new RegExp(`<${tag}\\s${attributes}>([\\s\\S]*?)</${tag}>`, 'g'))
}

/** The w:val of the first such element. */
export function valueOf(xml: string, tag: string): string | undefined {
  return new RegExp(`<${tag}\\s[^>]*?w:val="([^"]*)"`).exec(xml)?.[1]
}
