import { expect } from 'chai'
import { readText } from '../../server/intake/readText/index.ts'
import { buildDocx, inList, paragraph, run } from '../support/docx.ts'

const LIMITS = { fileBytes: 4 * 1024 * 1024, textBytes: 2_000_000 }

async function read(parts: Parameters<typeof buildDocx>[0]) {
  const result = await readText({ name: 'a.docx', bytes: buildDocx(parts) }, LIMITS)
  if (!result.ok) throw new Error(result.error)
  return result
}

async function linesOf(body: string, numbering = '', styles = ''): Promise<string[]> {
  return ((await read({ body, numbering, styles })).text ?? '').trimEnd().split('\n')
}

function level(index: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
}

function list(id: number, levels: string): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
}

function use(id: number, definition: number, more = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`
}

const CHAPTERS = level(0, 'upperRoman', 'Chương %1.')

describe('automatic numbers of a .docx', () => {
  it('counts through nested levels, and anew below each', async () => {
    const levels =
      level(0, 'decimal', 'Điều %1.') + level(1, 'decimal', '%2.') + level(2, 'lowerLetter', '%3)')
    const body = [0, 1, 2, 2, 1, 2, 0, 1, 2].map(at => paragraph('x', inList(1, at))).join('')
    expect(await linesOf(body, list(0, levels) + use(1, 0))).to.deep.equal(
      'Điều 1. x|1. x|a) x|b) x|2. x|a) x|Điều 2. x|1. x|a) x'.split('|'),
    )
  })

  it('counts "Điều" on through all chapters when the list says so', async () => {
    const articles = level(1, 'decimal', 'Điều %2.', '<w:lvlRestart w:val="0"/>')
    const body = [0, 1, 1, 0, 1].map(at => paragraph('x', inList(1, at))).join('')
    expect(await linesOf(body, list(0, CHAPTERS + articles) + use(1, 0))).to.deep.equal(
      'Chương I. x|Điều 1. x|Điều 2. x|Chương II. x|Điều 3. x'.split('|'),
    )
  })

  it('counts a level on below a level that does not restart it', async () => {
    const levels =
      CHAPTERS +
      level(1, 'decimal', 'Mục %2.') +
      level(2, 'decimal', '%3.', '<w:lvlRestart w:val="1"/>')
    const body = [0, 1, 2, 1, 2, 0, 2].map(at => paragraph('x', inList(1, at))).join('')
    expect(await linesOf(body, list(0, levels) + use(1, 0))).to.deep.equal(
      'Chương I. x|Mục 1. x|1. x|Mục 2. x|2. x|Chương II. x|1. x'.split('|'),
    )
  })

  it('restarts a list that overrides its start, and goes on with one that does not', async () => {
    const restarted = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    const numbering =
      list(0, level(0, 'decimal', '%1.')) + use(1, 0) + use(2, 0, restarted) + use(3, 0)
    const body = [1, 1, 2, 2, 3].map(id => paragraph('x', inList(id))).join('')
    expect(await linesOf(body, numbering)).to.deep.equal('1. x|2. x|5. x|6. x|7. x'.split('|'))
  })

  it('writes numbers of higher levels in Arabic figures where the law style asks', async () => {
    const levels = CHAPTERS + level(1, 'decimal', '%1.%2.', '<w:isLgl/>')
    const body = paragraph('x', inList(1)) + paragraph('y', inList(1, 1))
    expect(await linesOf(body, list(0, levels) + use(1, 0))).to.deep.equal([
      'Chương I. x',
      '1.1. y',
    ])
  })

  it('numbers by styles: the level linked to a style, and the list a style is based on', async () => {
    const levels = CHAPTERS + level(1, 'decimal', 'Điều %2.', '<w:pStyle w:val="Article"/>')
    const styles =
      '<w:style w:styleId="Chapter"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:styleId="Article"><w:basedOn w:val="Chapter"/></w:style>'
    const body =
      paragraph('x', '<w:pStyle w:val="Chapter"/>') +
      paragraph('y', '<w:pStyle w:val="Article"/>') +
      paragraph('z', '<w:pStyle w:val="Article"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(await linesOf(body, list(0, levels) + use(1, 0), styles)).to.deep.equal(
      'Chương I. x|Điều 1. y|z'.split('|'),
    )
  })

  it('follows a list style to its levels', async () => {
    const linked =
      `<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Luật"/>${level(0, 'lowerLetter', '%1)')}</w:abstractNum>` +
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Luật"/></w:abstractNum>'
    expect(await linesOf(paragraph('x', inList(1)), linked + use(1, 1))).to.deep.equal(['a) x'])
  })
})

describe('words of a .docx', () => {
  it('leaves out what tracked changes took away, its number too', async () => {
    const numbering = list(0, level(0, 'decimal', '%1.')) + use(1, 0)
    const gone = '<w:r><w:delText>cũ</w:delText></w:r>'
    const body =
      `<w:p>${run('a ')}<w:ins w:id="1">${run('mới')}</w:ins><w:del w:id="2">${gone}</w:del></w:p>` +
      `<w:p><w:moveFrom w:id="3">${run('đi')}</w:moveFrom><w:moveTo w:id="4">${run('đến')}</w:moveTo></w:p>` +
      paragraph('một', inList(1)) +
      `<w:p><w:pPr>${inList(1)}<w:rPr><w:del w:id="5"/></w:rPr></w:pPr><w:del w:id="5">${gone}</w:del></w:p>` +
      paragraph('hai', inList(1))
    expect(await linesOf(body, numbering)).to.deep.equal(['a mới', 'đến', '1. một', '2. hai'])
  })

  it('reads a text box once, fields and marked-up parts by their words', async () => {
    const box = `<w:txbxContent>${paragraph('hộp')}</w:txbxContent>`
    const shape = `<w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict>`
    const body =
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice><mc:Fallback>${shape}</mc:Fallback></mc:AlternateContent></w:r></w:p>` +
      `<w:p><w:fldSimple w:instr=" DOCPROPERTY x ">${run('số 5')}</w:fldSimple><w:sdt><w:sdtContent>${run('/QĐ')}</w:sdtContent></w:sdt></w:p>` +
      `<w:p><w:smartTag w:element="x">${run('a')}</w:smartTag><w:customXml w:element="y">${run('b')}</w:customXml></w:p>`
    const lines = (await linesOf(body)).filter(Boolean)
    expect(lines).to.deep.equal(['hộp', 'số 5/QĐ', 'ab'])
  })

  it('reads TCVN3 by its fonts, in capitals and in letters kept as symbols', async () => {
    const body =
      `<w:p>${run('Céng hßa x\u00b7 h\u00e9i', '.VnTimeH')}</w:p>` +
      `<w:p>${run('C\u00a8n c\u00f8 Ngh\u00de ', '.VnTime')}${run('\uf0ae\uf0de\uf06e\uf068', '.VnTime')}</w:p>`
    const result = await read({ body })
    expect(result.text?.trim()).to.equal('CỘNG HÒA XÃ HỘI\nCăn cứ Nghị định')
    expect(result.encoding).to.equal('tcvn3')
  })

  it('leaves Unicode in a font of TCVN3 as it is', async () => {
    const result = await read({ body: `<w:p>${run('Căn cứ Nghị định', '.VnTime')}</w:p>` })
    expect(result.encoding).to.equal(undefined)
    expect(result.text?.trim()).to.equal('Căn cứ Nghị định')
  })
})
