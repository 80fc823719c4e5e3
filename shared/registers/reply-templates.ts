import { choice, line, maybe, paragraph } from '../grammar/fields'
import { defineRegister } from '../grammar/register'
import { outcomes, suggestionKinds } from '../words/words'

/**
 * How a reply may be worded, by its outcome and the kind of suggestion (P14). A reply begins with a copy: what becomes of
 * the template afterwards changes no reply.
 */
export const replyTemplates = defineRegister({
  name: 'replyTemplate',
  word: '答复范文',
  says: '单位写答复时按办理结果挑一份，照着改。以后改范文，已经写的答复不变。',
  empty: '还没有范文，单位写答复时从空白写起。',
  readBy: 'followWork',
  keptBy: 'keepCategories',
  fields: {
    name: line('名称', 40),
    outcome: choice('用在哪种办理结果', outcomes),
    kind: maybe(choice('只用在哪一种', suggestionKinds, { help: '不选，各种建议都能用。' })),
    text: paragraph('范文', 2000, { help: '要单位自己填的地方写“____”。' }),
  },
  title: ({ name }) => name ?? '',
  listed: ['outcome', 'kind'],
  order: { by: 'name', first: 'least' },
  findBy: ['name', 'text'],
  key: ['name'],
  adds: '写一份范文',
  ends: { label: '停用', ended: '已停用', restore: '恢复' },
})
