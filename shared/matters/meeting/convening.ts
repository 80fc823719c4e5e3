import * as z from 'zod/mini'
import { day, id, line, paragraph } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import type { MeetingGate, MeetingParty, MeetingState } from './states'

const source =
  'Catalogue 34 每三个月召开一次代表小组会议; the leader of the group convenes it, or the office for a leader without a phone'
export const whoConvenes = ['convener', 'congressOffice'] as const satisfies MeetingParty[]

const reason = line('为什么', 100, { help: '到会的人都看得到。' })
export const when = {
  day: day('哪天开', 'arranged'),
  startsAt: line('几点', 10, { help: '例如 14:00，或者“下午两点”。' }),
  place: line('在哪里', 60),
}

/** Before it is held: the day, and what each brings in words of their own. Who comes is asked in `attending.ts`. */
export const convening = {
  convene: {
    label: '定日子，发通知',
    tone: 'primary',
    by: whoConvenes,
    insteadOf: ['convener'],
    moves: { planned: 'convened' },
    needs: ['reviews'],
    input: z.strictObject(when),
    tells: { expected: '{latest}开{subject}，来不来请回一声，打电话也行。' },
    pushes: { expected: 'task' },
    source,
  },
  move: {
    label: '改期',
    tone: 'quiet',
    by: whoConvenes,
    moves: { convened: 'convened' },
    renews: true,
    needs: [],
    input: z.strictObject({ ...when, reason }),
    tells: { expected: '{subject}改到{latest}，来不来请再回一声。原因：{reason}' },
    pushes: { expected: 'task' },
    source,
  },
  callOff: {
    label: '这次不开',
    tone: 'danger',
    by: whoConvenes,
    insteadOf: ['convener'],
    moves: { planned: 'calledOff', convened: 'calledOff', notQuorate: 'calledOff' },
    needs: [],
    input: z.strictObject({ reason }),
    tells: { expected: '{subject}不开了。原因：{reason}' },
    source,
  },
  bring: {
    label: '用自己的话说这一条',
    tone: 'quiet',
    by: ['expected', ...whoConvenes],
    moves: { convened: 'convened', open: 'open' },
    needs: ['reviews'],
    input: z.strictObject({
      itemId: id(),
      gist: paragraph('是什么事，用自己的话写', 100, {
        help: '小组的人和主席团看得到。不写是谁说的，不写姓名和电话。',
      }),
    }),
    tells: {},
    source:
      'The matter is public, the person is not: a deputy brings what was said to him in his own words, and nobody else reads the message',
  },
} as const satisfies Record<string, ActionRow<MeetingState, MeetingParty, MeetingGate>>
