import { expect } from 'chai'
import { readText } from '../../server/intake/readText/index.ts'
import type { ReadOk } from '../../server/intake/readText/index.ts'

const LIMITS = { fileBytes: 4 * 1024 * 1024, textBytes: 2_000_000 }
const FONTS = String.raw`{\fonttbl{\f0\froman\fcharset163 Times New Roman;}{\f1\fnil .VnTime;}{\f2\fnil .VnTimeH;}{\f3\fnil\fcharset204{\*\panose 020}Arial Cyr{\*\falt Arial};}{\f4\fnil VNI-Times;}}`

function rtf(body: string, fonts = FONTS): Buffer {
  return Buffer.from(String.raw`{\rtf1\ansi\ansicpg1252\deff0${fonts}${body}}`, 'latin1')
}

async function read(bytes: Buffer): Promise<ReadOk> {
  const result = await readText({ name: 'a.rtf', bytes }, LIMITS)
  if (!result.ok) throw new Error(result.error)
  return result
}

async function linesOf(body: string): Promise<string[]> {
  return ((await read(rtf(body))).text ?? '').trimEnd().split('\n')
}

/** \u escapes with one fallback character each, as Word writes them. */
function escaped(text: string): string {
  return [...text]
    .map(letter => (letter > '\x7f' ? String.raw`\u${letter.charCodeAt(0)}?` : letter))
    .join('')
}

describe('readText of RTF', () => {
  const cases: [what: string, body: string, lines: string[]][] = [
    ['Unicode escapes', escaped('Nghị định số 7/2021/NĐ-CP'), ['Nghị định số 7/2021/NĐ-CP']],
    ['an escape of a negative number', String.raw`Ngh\u7883?; \u-10179?\u-8704?`, ['Nghị; 😀']],
    ['no fallback with \\uc0', String.raw`{\uc0 \u272 i\u7873 u} 5`, ['Điều 5']],
    ['two fallback bytes with \\uc2', String.raw`{\uc2 Ngh\u7883\'e1\'bbnh}`, ['Nghịnh']],
    ['the fallback ends with its group', String.raw`{\u272}B`, ['ĐB']],
    ['bytes of Vietnamese Windows', String.raw`\f0 s\'f4\'ec 12, \'f0i\'ea\'ccu`, ['số 12, điều']],
    ['bytes of the code page of a font', String.raw`{\f3 \'cf\'f0\'e8}`, ['При']],
    ['paragraphs and lines', String.raw`a\par b\line c\sect d\page e`, ['a', 'b', 'c', 'd', 'e']],
    [
      'a table cell by cell',
      String.raw`\trowd S\u7902? Y T\u7870?\cell C\u7896?NG H\u210?A\cell\row sau`,
      ['SỞ Y TẾ', 'CỘNG HÒA', 'sau'],
    ],
    [
      'numbers of a list',
      String.raw`{\listtext\pard\plain 1.\tab}m\u7897?t\par{\pntext a)\tab}hai`,
      ['1. một', 'a) hai'],
    ],
    [
      'a link by its words',
      String.raw`{\field{\*\fldinst HYPERLINK "x"}{\fldrslt Lu\u7853?t}}`,
      ['Luật'],
    ],
    [
      'words put in, not those struck out',
      String.raw`{\revised m\u7899?i}{\deleted c\u361?} a\deleted b\deleted0 c{\v d}`,
      ['mới ac'],
    ],
    [
      'the text of a shape once',
      String.raw`{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt h\u7897?p}}{\shprslt h\u7897?p}}`,
      ['hộp'],
    ],
    ['the Unicode form of two', String.raw`{\upr{Dieu}{\*\ud{\u272?i\u7873?u}}}`, ['Điều']],
    ['signs', String.raw`\ldblquote a\rdblquote\endash b\_c\~d\{\}\\`, ['“a”–b-c\u00a0d{}\\']],
    [
      'nothing of pictures, headers and facts about the file',
      String.raw`{\info{\title x}}{\header y}{\stylesheet{\s1 z;}}{\*\generator w;}{\pict\wmetafile8 0102}{\pict\bin4 }{}}}{\*\unknown{a{b}}}c`,
      ['c'],
    ],
    [
      'footnotes at the end',
      String.raw`Lu\u7853?t{\super\chftn}{\footnote\pard{\super\chftn} S\u7917?a {\b n\u259?m} 2020.\par} n\u224?y\par het`,
      ['Luật[1] này', 'het', '[1] Sửa năm 2020.'],
    ],
    ['groups never closed', String.raw`{\b a{\i b`, ['ab']],
    ['more ends than beginnings', String.raw`a}}}b`, ['ab']],
  ]
  for (const [what, body, lines] of cases) {
    it(`reads ${what}`, async () => {
      expect(await linesOf(body)).to.deep.equal(lines)
    })
  }

  it('reads TCVN3 by its fonts, capitals too, and says so', async () => {
    const body = String.raw`{\f2 \'f1y ban nh\'a9n d\'a9n}\par{\f1 C\'a8n c\'f8 Ngh\'de \'ae\'denh s\'e8 5, nh\'ad \'ae\'b7 n\'aau}`
    const result = await read(rtf(body))
    expect(result.text?.trim()).to.equal('ỦY BAN NHÂN DÂN\nCăn cứ Nghị định số 5, như đã nêu')
    expect(result.encoding).to.equal('tcvn3')
  })

  it('reads VNI', async () => {
    const result = await read(rtf(String.raw`{\f4 Ca\'ean c\'f6\'f9 Ngh\'f2 \'f1\'f2nh so\'e1 5}`))
    expect(result).to.include({ text: 'Căn cứ Nghị định số 5', encoding: 'vni', kind: 'rtf' })
  })

  it('goes by the content, whatever the extension says', async () => {
    const result = await readText({ name: 'a.doc', bytes: rtf('Dieu 1') }, LIMITS)
    expect(result).to.include({ ok: true, kind: 'rtf', text: 'Dieu 1' })
  })

  it('keeps RTF without words whole', async () => {
    expect(await read(rtf('{\\pict 00}'))).to.include({ text: null, note: 'files.noTextLayer' })
  })

  it('stops at the limit of text', async () => {
    const limits = { ...LIMITS, textBytes: 100 }
    const result = await readText({ name: 'a.rtf', bytes: rtf('a'.repeat(500)) }, limits)
    expect(result).to.include({ ok: false, error: 'files.textTooLong' })
  })

  const hostile: [what: string, body: string][] = [
    ['braces', '{'.repeat(1_000_000)],
    ['groups in groups', '{\\b '.repeat(250_000)],
    ['ends of groups', '}'.repeat(1_000_000)],
    ['escapes', "\\'e3".repeat(250_000)],
    ['backslashes', '\\'.repeat(1_000_000)],
    ['letters of a control word', `\\${'a'.repeat(1_000_000)}`],
    ['changes of font', '\\f1 a\\f2 b'.repeat(100_000)],
    ['fonts', '{\\fonttbl'.repeat(100_000)],
    ['footnotes', '{\\footnote a}'.repeat(60_000)],
    ['binary data that claims more than there is', '\\bin999999999 x'.repeat(60_000)],
  ]
  for (const [what, body] of hostile) {
    it(`reads 1 MB of ${what} in time`, async () => {
      const start = performance.now()
      await readText({ name: 'a.rtf', bytes: rtf(body) }, LIMITS)
      expect(performance.now() - start).to.be.below(2500)
    })
  }
})
