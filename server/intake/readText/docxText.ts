import { markCapitals } from './encoding/capitals.ts'

/** The part of mammoth's document tree that holds words. */
export interface DocxElement {
  type: string
  value?: string
  /** Of a run, when it names one itself. */
  font?: string | null
  children?: DocxElement[]
  body?: DocxElement[]
  noteType?: string
  noteId?: string
  notes?: { resolve: (reference: DocxElement) => DocxElement | null }
}

const OLD_FONT = /^(?:\.Vn|VNI-)/iu
const PRIVATE = /[\uf020-\uf0ff]/g
const MOST_DEPTH = 200

/** Each paragraph a line, each line break a line, tables cell by cell; notes follow at the end as "[1] …". */
export function docxText(document: DocxElement): string {
  const references: DocxElement[] = []
  const body = walk(document, references, 0)
  const notes = references.map((reference, index) => {
    const note = document.notes?.resolve(reference)
    const words = note?.body?.map(child => walk(child, [], 0)).join('') ?? ''
    return `[${index + 1}] ${words.trim()}\n`
  })
  return (body + notes.join('')).replace(/\n{3,}/g, '\n\n').replace(/^\n+/, '')
}

function walk(element: DocxElement, references: DocxElement[], depth: number): string {
  if (depth > MOST_DEPTH) return ''
  switch (element.type) {
    case 'text':
      return element.value ?? ''
    case 'tab':
      return '\t'
    case 'break':
      return '\n'
    case 'noteReference':
      references.push(element)
      return `[${references.length}]`
    default: {
      const inner = (element.children ?? [])
        .map(child => walk(child, references, depth + 1))
        .join('')
      if (element.type === 'run') return inRun(inner, element.font)
      return element.type === 'paragraph' ? `${inner.trimEnd()}\n` : inner
    }
  }
}

/** Word keeps the letters of a font with its own table in the private area: those of TCVN3 and VNI are read back. */
function inRun(words: string, font: string | null | undefined): string {
  if (!font || !OLD_FONT.test(font)) return words
  const letters = words.replace(PRIVATE, sign => String.fromCharCode(sign.charCodeAt(0) - 0xf000))
  return markCapitals(letters, font)
}
