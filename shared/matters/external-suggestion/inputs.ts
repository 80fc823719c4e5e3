import * as z from 'zod/mini'
import { choice, day, line, maybe, paragraph } from '../../grammar/fields'
import { externalEntries, externalOutcomes, satisfactions } from '../../words/words'

const entry = { heldOn: day('日期', 'happened'), note: paragraph('内容', 1000) }
const answer = {
  outcome: choice('办理结果', externalOutcomes),
  publicResult: line('公开的一句话结果', 60, { help: '反映情况的群众会看到这一句。' }),
}

export const progressInput = z.strictObject(entry)
export const replyInput = z.strictObject({ ...entry, ...answer })
export const ratingInput = z.strictObject({ satisfaction: choice('代表是否满意', satisfactions) })

const onlyOfReply = { shownWhen: [{ field: 'kind', is: 'reply' }] } as const

/** Progress or the answer, in one form: what is written down decides which of the two steps it is. */
export const entryInput = z
  .strictObject({
    kind: choice('登记什么', externalEntries),
    ...entry,
    outcome: maybe(choice('办理结果', externalOutcomes, onlyOfReply)),
    publicResult: maybe(
      line('公开的一句话结果', 60, { help: '反映情况的群众会看到这一句。', ...onlyOfReply }),
    ),
  })
  .check(
    z.refine(({ kind, outcome }) => kind !== 'reply' || outcome !== undefined, {
      error: '登记答复，请选择办理结果。',
      path: ['outcome'],
    }),
    z.refine(({ kind, publicResult }) => kind !== 'reply' || publicResult !== undefined, {
      error: '登记答复，请写一句群众看得懂的结果。',
      path: ['publicResult'],
    }),
  )
