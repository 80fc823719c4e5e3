import { inflateRawSync } from 'node:zlib'
import type { FileKind } from '../../../shared/files'
import { lookIntoPdf } from './active-pdf'
import { partsOfZip, type ZipPart } from '../zip'

/** Why a file is not taken, and what to do. */
export const fileTroubles = {
  empty: '这个文件是空的，请重新选一个。',
  unknown: '附件只能是 PDF、Word（.docx）、Excel（.xlsx）或 JPEG、PNG、WebP 图片，请另存为其中一种再传。',
  old: '这是旧版的 Word 或 Excel 文件，请打开它，另存为 .docx 或 .xlsx 再传。',
  broken: '这个文件打不开，可能没有存好，请重新保存以后再传。',
  macros: '这个文件带有宏或控件，不能传。请打开它，另存为不带宏的 .docx、.xlsx 或 PDF 再传。',
  active: '这个 PDF 里带有程序或别的文件，不能传。请用“打印成 PDF”另存一份再传。',
  unread:
    '这个 PDF 加了密码，或者用了少见的压缩，看不出里面有没有程序。请去掉密码，用“打印成 PDF”另存一份再传。',
} as const
export type FileTrouble = keyof typeof fileTroubles

type Known = { kind: Exclude<FileKind, 'jpg'> } | { kind: 'picture' } | { trouble: FileTrouble }

const begins = (file: Buffer, hex: string, at = 0) => {
  const sign = Buffer.from(hex, 'hex')
  return file.subarray(at, at + sign.length).equals(sign)
}

/** What a file is, by what is in it. A picture is told apart here, and decoded where all pictures are. */
export async function knownFile(file: Buffer): Promise<Known> {
  if (file.length === 0) return { trouble: 'empty' }
  if (begins(file, '255044462d')) return ofPdf(file)
  if (begins(file, '504b0304')) return ofOffice(file)
  if (begins(file, 'd0cf11e0a1b11ae1')) return { trouble: 'old' }
  // JPEG, PNG, WebP, and HEIC, for which there is a sentence of its own.
  const isPicture =
    begins(file, 'ffd8ff') ||
    begins(file, '89504e47') ||
    begins(file, '57454250', 8) ||
    begins(file, '66747970', 4)
  return isPicture ? { kind: 'picture' } : { trouble: 'unknown' }
}

async function ofPdf(file: Buffer): Promise<Known> {
  if (!file.includes('%%EOF')) return { trouble: 'broken' }
  const trouble = await lookIntoPdf(file)
  return trouble === undefined ? { kind: 'pdf' } : { trouble }
}

const mostTypesBytes = 1024 * 1024
const mains = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
} as const

/** The list of its parts says what it is and whether programs are in it; a part that is one is looked for by name too. */
function ofOffice(file: Buffer): Known {
  try {
    let types = ''
    for (const part of partsOfZip(file)) {
      if (/vba|activex|macrosheet/i.test(part.name)) return { trouble: 'macros' }
      if (part.name === '[Content_Types].xml') types = unpack(part).toString('utf8')
    }
    if (/macroEnabled|vbaProject|activeX/i.test(types)) return { trouble: 'macros' }
    const kind = (Object.keys(mains) as (keyof typeof mains)[]).find((one) =>
      types.includes(`"${mains[one]}"`),
    )
    return kind === undefined ? { trouble: 'unknown' } : { kind }
  } catch {
    return { trouble: 'broken' }
  }
}

const unpack = ({ data, stored }: ZipPart) =>
  stored ? data : inflateRawSync(data, { maxOutputLength: mostTypesBytes })
