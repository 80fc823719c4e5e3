import { strFromU8, unzipSync } from 'fflate'

/** What is inside a Word file: its text, a paragraph a line, and the part of it that says how it is laid out. */
export function readWord(file: ArrayBuffer) {
  const parts = unzipSync(new Uint8Array(file))
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const paragraphs = [...document.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join(''),
  )
  return { names: Object.keys(parts), document, text: paragraphs.join('\n') }
}
