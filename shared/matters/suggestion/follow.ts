import * as z from 'zod/mini'
import { get, post } from '../../grammar/endpoint'
import { choice, id, line, maybe, paragraph, picked } from '../../grammar/fields'

/** How somebody stands to a public matter that another has raised. */
export const followHows = { none: '没有关注', follows: '关注', alsoMine: '我也遇到' } as const
export type FollowHow = keyof typeof followHows
const how = z.strictObject({ how: z.enum(Object.keys(followHows) as FollowHow[]) })

const { follows, alsoMine } = followHows

export const showFollow = get('/towns/:town/board/:id/follow', {
  who: 'writeOpinion',
  says: '我是不是关注了这件公开的建议',
  output: how,
})

export const followSuggestion = post('/towns/:town/board/:id/follow', {
  who: 'writeOpinion',
  says: '关注一件公开的建议，或者说自己也遇到：办到哪一步都告诉他；并到别的建议里办，关注跟着走',
  input: z.strictObject({ how: choice('怎么关注', { follows, alsoMine }) }),
  output: how,
})

export const unfollowSuggestion = post('/towns/:town/board/:id/unfollow', {
  who: 'writeOpinion',
  says: '不再关注一件公开的建议',
  output: how,
})

/** Words go in the body: no address carries what somebody says. */
export const findAlike = post('/towns/:town/alike', {
  who: 'writeOpinion',
  says: '留言送出以前，本村正在办、说的差不多的公开建议',
  input: z.strictObject({
    villageId: picked('是哪个村的', 'village'),
    text: paragraph('想说的话', 1000),
    place: maybe(line('在什么地方', 60)),
  }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        id: id(),
        item: z.string(),
        /** 0 to 1, apart: what both are about, and where it is; each with the words that both say. */
        topic: z.number(),
        place: z.number(),
        topicWords: z.array(z.string()),
        placeWords: z.array(z.string()),
      }),
    ),
  }),
})
