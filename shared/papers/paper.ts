import * as z from 'zod/mini'

/**
 * A document of the office as plain values: the page that is printed and the Word file are drawn from the same, and what
 * was sent is kept so.
 */
const block = z.discriminatedUnion('is', [
  /** Paragraphs, one a line. */
  z.strictObject({ is: z.literal('text'), text: z.string() }),
  z.strictObject({ is: z.literal('heading'), text: z.string() }),
  /** A form: what is asked, and what stands there. An empty text is a place to write. */
  z.strictObject({ is: z.literal('grid'), rows: z.array(z.tuple([z.string(), z.string()])) }),
  z.strictObject({
    is: z.literal('table'),
    head: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
  /** Whose it is, and the day; set to the right. */
  z.strictObject({ is: z.literal('close'), lines: z.array(z.string()) }),
  z.strictObject({ is: z.literal('note'), text: z.string() }),
])
export type PaperBlock = z.output<typeof block>

/** A form of a few lines stands on one page, with the signature above it. */
export const isShort = (one: PaperBlock | undefined) => one?.is === 'grid' && one.rows.length <= 4

export const paper = z.strictObject({
  /** 红头: who issues it, in red above all else; null where the town prints none. */
  redHead: z.nullable(z.string()),
  documentNo: z.nullable(z.string()),
  /** The letter of its class, at the upper right. */
  mark: z.nullable(z.string()),
  title: z.string(),
  /** 主送. */
  to: z.nullable(z.string()),
  blocks: z.array(block),
})
export type Paper = z.output<typeof paper>

/** From whom papers of a town come, and how. */
export interface Letterhead {
  town: string
  /** Whether the name of whoever issues a paper stands above it in red. */
  red: boolean
}

export const presidiumOf = ({ town }: Letterhead) => `${town}人民代表大会主席团`
export const redHeadOf = ({ red }: Letterhead, issuer: string) => (red ? issuer : null)

/** A box before each word, ticked where it is known. */
export const tickBoxes = <K extends string>(words: Readonly<Record<K, string>>, chosen: K | null) =>
  (Object.keys(words) as K[]).map((key) => `${key === chosen ? '☑' : '□'}${words[key]}`).join('　')

/** Paper size and margins in millimetres, and letters in points: GB/T 9704-2012 (rules §11). */
export const sheet = {
  margins: { top: 37, right: 26, bottom: 35, left: 28 },
  points: { body: 16, title: 22, redHead: 30, note: 14 },
} as const

export const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
