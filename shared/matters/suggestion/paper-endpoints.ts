import * as z from 'zod/mini'
import { get } from '../../grammar/endpoint'
import { paper, word } from '../../papers/paper'

const summary = {
  /** Of one that was sent, an id of its own; else what it is, of which round. */
  id: z.string(),
  word: z.string(),
  on: z.iso.date(),
  /** It went out on that day and stands as it was. */
  isSent: z.boolean(),
}

export const listPapers = get('/towns/:town/suggestions/:id/papers', {
  who: 'followWork',
  says: '一件建议的文书：交办单、面商记录、延办反馈书、答复函、情况说明、征询意见表',
  output: z.strictObject({ papers: z.array(z.strictObject(summary)) }),
})

export const showPaper = get('/towns/:town/suggestions/:id/papers/:paper', {
  who: 'followWork',
  says: '一份文书的全文，供打印；发出过的是发出时的样子',
  output: z.strictObject({ ...summary, subject: z.string(), paper }),
})

export const takePaper = get('/towns/:town/suggestions/:id/papers/:paper/word', {
  who: 'followWork',
  says: '同一份文书，Word 文件',
  mediaType: word,
  output: z.unknown(),
})
