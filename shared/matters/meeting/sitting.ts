import * as z from 'zod/mini'
import { day, id, line, maybe, paragraph, picked, pickedMany, presetChoice } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import { whoConvenes } from './convening'
import type { MeetingGate, MeetingParty, MeetingState } from './states'
import { reviewDecisions, rollSources } from './words'

const source =
  'Catalogue 34: the group decides of each open opinion – raise, merge, explain, ask again, drop with reason – and reports upward'
const roll =
  'Guard-rail: attendance is the roll of whoever keeps it, never a check-in by phone, place or photo'

const decided = {
  by: whoConvenes,
  moves: { open: 'open' },
  needs: ['itemsLeft'],
  tells: {},
  source,
} as const
const itemId = id()
const called = z.strictObject({
  presentIds: pickedMany('到了的人', 'sitters', 60),
  leaveIds: maybe(pickedMany('请了假的人', 'sitters', 60)),
  source: presetChoice('怎么点的', rollSources, 'clerk'),
})

/** While it is held: the roll, and one decision after another. */
export const sitting = {
  noteHeld: {
    label: '已经开过，照纸上补记',
    tone: 'quiet',
    by: whoConvenes,
    moves: { planned: 'open' },
    renews: true,
    needs: ['reviews'],
    input: z.strictObject({ heldOn: day('哪天开的', 'happened'), place: line('在哪里', 60) }),
    tells: {},
    meeting: { on: 'heldOn' },
    source: `${source}; a meeting that was noted on paper is typed later, on its own day`,
  },
  open: {
    label: '宣布开会',
    tone: 'primary',
    by: whoConvenes,
    insteadOf: ['convener'],
    moves: { convened: 'open' },
    renews: true,
    needs: ['quorate'],
    input: z.strictObject({
      heldOn: maybe(day('哪天开的', 'happened', { help: '就是今天的不用填；已经开过、照纸上补记的才填。' })),
    }),
    tells: {},
    meeting: { on: 'heldOn' },
    source,
  },
  approveMinutes: {
    label: '通过上次的纪要',
    tone: 'primary',
    by: whoConvenes,
    moves: { open: 'open' },
    needs: ['minutesAwait', 'quorate'],
    input: z.strictObject({ meetingId: id() }),
    tells: {},
    source: `${source}; the minutes of the last meeting stand first`,
  },
  callRoll: {
    label: '点名',
    tone: 'primary',
    by: whoConvenes,
    moves: { open: 'open' },
    needs: ['reviews', 'notCalled'],
    input: called,
    tells: {},
    source: roll,
  },
  amendRoll: {
    label: '有人后到，改点名',
    tone: 'quiet',
    by: whoConvenes,
    moves: { open: 'open', ended: 'ended', drafted: 'drafted' },
    needs: ['reviews', 'rollBegun'],
    input: called,
    tells: {},
    source: roll,
  },
  noteLeft: {
    label: '有人先走',
    tone: 'quiet',
    by: whoConvenes,
    moves: { open: 'open' },
    needs: ['reviews', 'somebodyThere'],
    input: z.strictObject({ personIds: pickedMany('先走的人', 'sitters', 60) }),
    tells: {},
    source: roll,
  },
  raiseItem: {
    ...decided,
    label: reviewDecisions.raise.label,
    tone: 'primary',
    input: z.strictObject({
      itemId,
      leadId: picked('请哪位代表领衔', 'deputy', { help: '草稿放在他那里，由他写完提交。' }),
      summary: line('是什么事，写成一句', 40, { help: '用作建议的标题，不写姓名和电话，以后可以改。' }),
    }),
  },
  mergeItem: {
    ...decided,
    label: reviewDecisions.merge.label,
    tone: 'quiet',
    input: z.strictObject({
      itemId,
      suggestionId: picked('并入哪一件', 'mergeTarget', {
        help: '这次会上写成的建议，或者本组代表提过、还在办的建议。',
      }),
    }),
  },
  explainItem: {
    ...decided,
    label: reviewDecisions.explain.label,
    tone: 'quiet',
    input: z.strictObject({
      itemId,
      explanation: paragraph('跟群众怎么说', 500, { help: '写清楚结果，群众直接看到。' }),
    }),
  },
  askAgainItem: {
    ...decided,
    label: reviewDecisions.askAgain.label,
    tone: 'quiet',
    input: z.strictObject({
      itemId,
      text: paragraph('想问什么', 200, { help: '只问一件事，最好点“是”或“不是”就能答。' }),
    }),
  },
  dropItem: {
    ...decided,
    label: reviewDecisions.drop.label,
    tone: 'quiet',
    input: z.strictObject({
      itemId,
      reason: paragraph('为什么，写给群众看', 500, { help: '用大白话写清楚原因，群众直接看到。' }),
    }),
  },
  putOffItem: {
    ...decided,
    label: reviewDecisions.putOff.label,
    tone: 'quiet',
    input: z.strictObject({ itemId, reason: maybe(line('为什么', 100)) }),
  },
  end: {
    label: '散会',
    tone: 'primary',
    by: whoConvenes,
    insteadOf: ['convener'],
    moves: { open: 'ended' },
    needs: ['rollCalled', 'everybodyCalled', 'itemsDecided', 'agendaEnded'],
    input: z.strictObject({}),
    tells: {},
    source,
  },
} as const satisfies Record<string, ActionRow<MeetingState, MeetingParty, MeetingGate>>
