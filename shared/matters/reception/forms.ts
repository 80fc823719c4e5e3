import * as z from 'zod/mini'
import { choice, maybe, nickname, paragraph, phone, picked, voice } from '../../grammar/fields'
import { pickedArea } from '../../grammar/picked-area'
import { receivedHow } from '../../words/reception'
import { opinionKinds } from '../../words/words'
import { mostSeconds } from '../opinion/attachments'

const asMessage = [{ field: 'how', is: 'message' }] as const

/** 接访登记 (catalogue 32): whoever came need not say who they are; what is typed has the standing of a message by phone. */
export const receiveForm = z
  .strictObject({
    name: maybe(nickname('怎么称呼', 20, { help: '可不写。只有值守的人和镇人大办看得到。' })),
    villageId: maybe(picked('是哪个村的', 'village')),
    areaId: maybe(pickedArea('是哪个小组的')),
    voice: maybe(
      voice('说一段', mostSeconds, {
        ...{ beside: 'message', instead: true },
        help: '来的人自己说，或者您说一遍；最长一分钟。录音和这一条放在一起，写成留言的跟着留言走。',
      }),
    ),
    said: maybe(
      paragraph('说了什么', 1000, { instead: true, help: '照原话写：什么地方、什么事、想怎么办。' }),
    ),
    how: choice('怎么办的', receivedHow),
    answer: maybe(
      paragraph('怎么答复的', 500, {
        shownWhen: [
          { field: 'how', is: 'answered' },
          { field: 'how', is: 'shownWay' },
        ],
      }),
    ),
    deputyId: maybe(picked('写给哪位代表', 'deputy', { shownWhen: asMessage })),
    kind: maybe(choice('是哪一种事', opinionKinds, { shownWhen: asMessage })),
    phone: maybe(
      phone('电话', { shownWhen: asMessage, help: '有结果了好告诉他，只有这位代表和镇人大办看得到。' }),
    ),
  })
  .check(
    z.refine(({ said, voice: spoken }) => (said ?? spoken) !== undefined, {
      error: '请写他说了什么，或者按住“按住说话”说一段。',
      path: ['said'],
    }),
  )
