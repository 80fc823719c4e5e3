import * as z from 'zod/mini'
import { id } from './grammar/fields'

/** What may hang on a suggestion, a reply or a report of progress: known by its content, never by its name. */
export const fileKinds = {
  pdf: { label: 'PDF', mediaType: 'application/pdf' },
  docx: {
    label: 'Word',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: { label: 'Excel', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  jpg: { label: '图片', mediaType: 'image/jpeg' },
} as const satisfies Record<string, { label: string; mediaType: string }>
export type FileKind = keyof typeof fileKinds

/** Hung on one thing. */
export const mostFiles = 5
/** Of each: written as text into a statement it takes twice as much, and a database takes 16 MB. */
export const mostFileBytes = 5 * 1024 * 1024

export const filesHelp = 'PDF、Word（.docx）、Excel（.xlsx）或图片，每个 5 MB 以内，不能带宏。'

/** By its name: what is taken in is called by what it is. */
export const kindByName = (name: string) => (name.split('.').pop() ?? '') as FileKind

export const fileView = z.strictObject({
  id: id(),
  name: z.string(),
  kind: z.enum(Object.keys(fileKinds) as FileKind[]),
  bytes: z.int(),
})
export type FileView = z.output<typeof fileView>

/** How large a file is, as people say it. */
export const spokenSize = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`
