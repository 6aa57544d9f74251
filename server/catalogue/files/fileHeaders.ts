/** Content types a browser cannot run as a page; everything else leaves as bytes. */
const SAFE_TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  txt: 'text/plain; charset=utf-8',
  rtf: 'application/rtf',
}

/**
 * Headers of a file sent for download: never shown inside a page, never guessed at. The name in Vietnamese stands as
 * RFC 5987 asks, with an ASCII one for old programs.
 */
export function fileHeaders(file: { name: string; kind: string; size: number }) {
  return {
    'Content-Type': SAFE_TYPES[file.kind] ?? 'application/octet-stream',
    'Content-Length': String(file.size),
    'Content-Disposition': `attachment; filename="${asciiName(file.name)}"; filename*=UTF-8''${encodeName(file.name)}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, no-store',
  }
}

function asciiName(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D')
  return plain.replace(/[^\x20-\x7e]|["\\/%;]/gu, '_').slice(-150) || 'file'
}

/** RFC 5987 leaves fewer characters alone than encodeURIComponent does. */
function encodeName(name: string): string {
  const whole = name.replace(/\p{Cc}|[/\\]/gu, '_').replace(/\p{Surrogate}/gu, '_')
  return encodeURIComponent(whole).replace(
    /['()*]/gu,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
