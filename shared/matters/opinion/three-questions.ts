import * as z from 'zod/mini'
import { line, maybe, paragraph, voice } from '../../grammar/fields'
import { pickedArea } from '../../grammar/picked-area'
import { mostSeconds } from './attachments'

/** For who was never shown how to write one (field note M15): asked one after another, answered by voice or by keys. */
export const threeQuestions = {
  place: { ask: '在哪里？', for: '村名、组、什么地方旁边。' },
  what: { ask: '怎么了？', for: '什么东西坏了、什么事不方便，多久了。' },
  wish: { ask: '想怎么办？', for: '您觉得怎么办好。不知道就跳过。' },
} as const
export type Question = keyof typeof threeQuestions
export const questionsInOrder = Object.keys(threeQuestions) as Question[]

const typed = { instead: true } as const
export const threeAnswers = z
  .strictObject({
    voice: maybe(
      voice('说', mostSeconds, {
        ...{ beside: 'message', instead: true },
        help: '按住说，松开就好；也可以点一下开始，三个问题接着说完，再点一下。',
      }),
    ),
    place: maybe(line('在哪里', 60, typed)),
    what: maybe(paragraph('怎么了', 600, typed)),
    wish: maybe(paragraph('想怎么办', 300, typed)),
    /** Asked of whoever has said which village is theirs. */
    areaId: maybe(pickedArea(undefined, { help: '可不选。' })),
  })
  .check(
    z.refine((said) => said.voice !== undefined || said.what !== undefined, {
      error: '请按住“按住说话”说一段，或者写一句怎么了。',
      path: ['what'],
    }),
  )
export type ThreeAnswers = z.output<typeof threeAnswers>

/** What becomes of the answers in a message: the place has a field of its own there. */
export const messageOf = ({ voice: spoken, place, what, wish, areaId }: ThreeAnswers) => {
  const text = [what, wish === undefined ? undefined : `想这样办：${wish}`].filter(Boolean).join('\n')
  return { voice: spoken, place, areaId, ...(text === '' ? {} : { text }) }
}
