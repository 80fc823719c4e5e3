import * as z from 'zod/mini'
import { choice, day, line, maybe } from './fields'

/** How the end of a row is called, and one that has ended. */
export interface Ends {
  label: string
  ended: string
  restore: string
  /** Where it matters which kind of end it is: those there are. */
  kinds?: Readonly<Record<string, string>>
  /** How the document is called that it stands in, where there is one. */
  paper?: string
}

const endFields = {
  endedOn: day('从哪天起', 'happened'),
  endedWhy: line('原因', 200),
  endedKind: maybe(line('哪一种', 20)),
  endedPaper: maybe(line('文件', 60)),
}
/** What is written down of an end: which kind it is, where there are kinds, says more than a reason. */
export function endForm({ kinds, paper }: Ends) {
  return z.strictObject({
    ...(kinds ? { endedKind: choice('哪一种', kinds) } : {}),
    endedOn: endFields.endedOn,
    endedWhy: kinds ? maybe(line('补充说明', 200)) : endFields.endedWhy,
    ...(paper === undefined
      ? {}
      : { endedPaper: maybe(line(paper, 60, { help: '例如决定或公告的文号。' })) }),
  }) as unknown as z.ZodMiniObject<
    Pick<typeof endFields, 'endedOn' | 'endedKind' | 'endedPaper'> & {
      endedWhy: z.ZodMiniOptional<z.ZodMiniString>
    },
    z.core.$strict
  >
}
