/** Fonts by their number in the file: name, and the Windows code page its bytes are in. */
export interface RtfFont {
  name: string
  codePage: number | null
}

/** Code pages by \fcharset: 163 is Vietnamese. 0 and 1 say nothing and leave the code page of the document. */
const CODE_PAGES: Record<number, number> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
}
/** Fonts of TCVN3 and VNI hold Latin letters, whatever their charset says. */
const OLD_FONT = /^(?:\.Vn|VNI-)/iu

/** Name as the table writes it ("Times New Roman;"), charset as its number. */
export function rtfFont(name: string, charset: number | null): RtfFont {
  const clean = name.replace(/;.*/su, '').trim()
  if (OLD_FONT.test(clean)) return { name: clean, codePage: 1252 }
  return { name: clean, codePage: CODE_PAGES[charset ?? 0] ?? null }
}

/** The name TextDecoder knows a Windows code page by. */
export function encodingName(codePage: number): string {
  switch (codePage) {
    case 932:
      return 'shift_jis'
    case 936:
      return 'gbk'
    case 949:
      return 'euc-kr'
    case 950:
      return 'big5'
    case 65001:
      return 'utf-8'
    case 10000:
      return 'macintosh'
    default:
      return `windows-${codePage}`
  }
}
