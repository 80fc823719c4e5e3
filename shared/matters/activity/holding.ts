import * as z from 'zod/mini'
import { day, line, maybe, paragraph, pickedMany, presetChoice } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import { whoKeeps } from './joining'
import type { ActivityGate, ActivityParty, ActivityState } from './states'
import { rollSources } from './words'

const source = 'Catalogue 151–156, 160: activities of deputies, announced, held and reported'
const roll =
  'Guard-rail: who came is the roll of whoever keeps it, a paper sheet as good as a call; never a check-in'

const reason = line('为什么', 200, { help: '请到的代表都看得到。' })
const called = z.strictObject({
  presentIds: maybe(
    pickedMany('到了的代表', 'sitters', 300, { help: '说了参加的已经选好；没回话也来了的，点一下。' }),
  ),
  besidesIds: maybe(pickedMany('没有请到、也来了的代表', 'deputies', 100)),
  source: presetChoice('怎么点的', rollSources, 'clerk'),
})

/** From the notice to the report. */
export const holding = {
  move: {
    label: '改期',
    tone: 'quiet',
    by: whoKeeps,
    moves: { planned: 'planned' },
    renews: true,
    needs: [],
    input: z.strictObject({
      day: day('改到哪天', 'arranged'),
      until: maybe(day('到哪天结束', 'arranged', { help: '只有一天的不用填。' })),
      meetAt: line('几点集合', 10),
      place: line('在哪里集合', 60),
      reason,
    }),
    tells: { expected: '{subject}改到{latest}，{outcome}。原因：{reason}' },
    pushes: { expected: 'task' },
    source: `${source}; further off the answers stay, brought forward everybody is asked again`,
  },
  callOff: {
    label: '取消这次活动',
    tone: 'danger',
    by: whoKeeps,
    insteadOf: ['convener'],
    moves: { planned: 'calledOff' },
    needs: [],
    input: z.strictObject({ reason }),
    tells: { expected: '{subject}（{latest}）取消了。原因：{reason}' },
    source,
  },
  callRoll: {
    label: '点名',
    tone: 'primary',
    by: whoKeeps,
    moves: { planned: 'planned' },
    needs: ['dayCame'],
    input: called,
    tells: {},
    source: roll,
  },
  amendRoll: {
    label: '点错了，改点名',
    tone: 'quiet',
    by: whoKeeps,
    moves: { held: 'held', reporting: 'reporting', closed: 'closed' },
    needs: [],
    input: called,
    tells: {},
    source: roll,
  },
  done: {
    label: '办完了',
    tone: 'primary',
    by: whoKeeps,
    insteadOf: ['convener'],
    moves: { planned: 'held' },
    needs: ['dayCame', 'rollCalled', 'questionsListed'],
    input: z.strictObject({}),
    tells: {},
    meeting: { gate: 'dayCame' },
    source,
  },
  report: {
    label: '写好报告',
    tone: 'primary',
    by: whoKeeps,
    insteadOf: ['convener'],
    moves: { held: { none: 'closed', some: 'reporting' } },
    decidedBy: ['found'],
    needs: [],
    input: z.strictObject({
      report: paragraph('看到了什么、学到了什么', 6000, { help: '至少 20 个字。到了的代表都收到。' }),
      noFindingBecause: maybe(
        paragraph('没有发现问题，因为', 300, { help: '视察、调研、执法检查没有发现问题的才填。' }),
      ),
    }),
    tells: { attendee: '{subject}的报告好了，您可以打开看。' },
    source,
  },
} as const satisfies Record<string, ActionRow<ActivityState, ActivityParty, ActivityGate>>
