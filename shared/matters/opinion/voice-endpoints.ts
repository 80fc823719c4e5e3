import * as z from 'zod/mini'
import { evidence, paperFor } from '../../grammar/by-word'
import { post } from '../../grammar/endpoint'
import { callTimes } from './call-back'
import { choice, day, id, line, maybe, nickname, paragraph, phone, picked } from '../../grammar/fields'
import { pickedArea } from '../../grammar/picked-area'
import { opinionKinds, spokenWays } from '../../words/words'
import { opinionView } from './endpoints'
import { readersOfPaper } from './spoken'

/** Somebody without a phone says it, another types it: the same standing and the same clocks as any other words. */
export const recordVoice = post('/towns/:town/recorded-voices', {
  who: 'recordVoice',
  says: '代没有手机的群众登记留言',
  input: z
    .strictObject({
      deputyId: picked('说给哪位代表', 'deputy'),
      spokeHow: choice('怎么说的', spokenWays),
      spokeOn: day('哪天说的', 'handedIn'),
      kind: choice('是哪一种事', opinionKinds),
      text: paragraph('群众说的话', 1000, { help: '照原话写。什么地方、什么事。' }),
      name: maybe(nickname('怎么称呼', 20, { help: '可不写。只有这位代表和镇人大办看得到。' })),
      phone: maybe(
        phone('电话', { help: '家里的座机也行。有结果了好告诉他，只有这位代表和镇人大办看得到。' }),
      ),
      callTime: maybe(
        choice('请代表给他打电话', callTimes, { help: '要打才选：他什么时候方便。电话要写在上面。' }),
      ),
      villageId: maybe(picked('是哪个村的', 'village')),
      areaId: maybe(pickedArea('是哪个小组的')),
      stationId: maybe(picked('在哪个站点接待的', 'station')),
      evidence,
      files: paperFor(readersOfPaper),
    })
    .check(
      z.refine((form) => form.callTime === undefined || form.phone !== undefined, {
        error: '请填写电话，代表才能打给他。',
        path: ['phone'],
      }),
    ),
  /** What is written on the slip. */
  output: z.strictObject({
    id: id(),
    no: z.string(),
    code: z.string(),
    deputy: z.string(),
  }),
})

/** Whoever shows the slip hears what the resident may read; neither name nor number is in it. */
export const showVoice = post('/towns/:town/voice-slips', {
  who: 'recordVoice',
  says: '凭回执码看办到哪一步，说给来问的群众听',
  input: z.strictObject({ code: line('回执码', 12, { help: '回执上的 8 个数字。' }) }),
  output: opinionView,
})
