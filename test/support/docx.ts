import { strToU8, zipSync } from 'fflate'

const SPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function relations(targets: Record<string, string>): string {
  const rows = Object.entries(targets).map(
    ([type, target]) => `<Relationship Id="${type}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`
}

/** A .docx of raw markup: paragraphs, lists (w:abstractNum and w:num) and styles. */
export function buildDocx(parts: { body: string; numbering?: string; styles?: string }): Buffer {
  const { body, numbering = '', styles = '' } = parts
  const files = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': relations({ officeDocument: 'word/document.xml' }),
    'word/_rels/document.xml.rels': relations({
      styles: 'styles.xml',
      numbering: 'numbering.xml',
    }),
    'word/document.xml': `<w:document ${SPACES}><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': `<w:numbering ${SPACES}>${numbering}</w:numbering>`,
    'word/styles.xml': `<w:styles ${SPACES}>${styles}</w:styles>`,
  }
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)])
  return Buffer.from(zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>))
}

/** A paragraph; `properties` is the markup of its w:pPr. */
export function paragraph(words: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${run(words)}</w:p>`
}

/** A run, in a font of its own when one is named. */
export function run(words: string, font = ''): string {
  const properties = font ? `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr>` : ''
  return `<w:r>${properties}<w:t xml:space="preserve">${words}</w:t></w:r>`
}

/** Properties of a paragraph in a list. */
export function inList(list: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
}
