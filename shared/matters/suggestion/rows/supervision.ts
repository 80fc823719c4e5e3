import * as z from 'zod/mini'
import { choice, line, paragraph } from '../../../grammar/fields'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import type { ActionRow } from '../../../grammar/matter'
import { reminderChannels } from '../../../words/words'

const { app: _, ...inPerson } = reminderChannels

const untilReplied = {
  assigned: 'assigned',
  received: 'received',
  handling: 'handling',
  reHandling: 'reHandling',
  tracking: 'tracking',
} as const

/** 督办: pressing for what a unit has in hand, and going to look at it. */
export const supervision = {
  remind: {
    label: '催办',
    tone: 'quiet',
    by: ['congressOffice', 'presidium'],
    moves: untilReplied,
    needs: [],
    input: z.strictObject({ note: paragraph('催办的话', 200) }),
    tells: { leadUnit: '催办《{subject}》（{no}，{deadline}到期）：{reason}' },
    pushes: { leadUnit: 'urged' },
    publicLine: '镇人大催办',
    source: 'Catalogue 72',
  },
  recordReminder: {
    label: '登记电话催办',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: untilReplied,
    needs: [],
    input: z.strictObject({
      channel: choice('怎么催办的', inPerson),
      whom: line('找到了谁', 40),
      answer: paragraph('对方怎么说', 500),
    }),
    // Who was reached and what they said stands in the log of reminders, which deputies and the public do not see.
    tells: { leadUnit: '镇人大办催办过《{subject}》（{no}，{deadline}到期），已经登记，请抓紧。' },
    publicLine: '镇人大催办',
    source: 'Catalogue 72 电话催办: by whom, channel, answer',
  },
  recordSiteFinding: {
    label: '登记现场评议结果',
    tone: 'primary',
    by: ['congressOffice', 'presidium'],
    moves: {
      ...untilReplied,
      extensionRequested: 'extensionRequested',
      evaluated: 'evaluated',
      escalated: 'escalated',
    },
    needs: ['siteReviewHeld', 'decidesOnOthers'],
    meeting: { gate: 'siteReviewHeld' },
    input: z.strictObject({
      finding: paragraph('现场看到什么、提了什么要求', 1000, { help: '写事，不写群众的名字和电话。' }),
    }),
    tells: {
      leadDeputy: '现场评议《{subject}》的结果：{reason}',
      coSigner: '现场评议您附议的《{subject}》的结果：{reason}',
      leadUnit: '现场评议《{subject}》（{no}）的结果：{reason}',
    },
    publicLine: '人大代表到现场评议',
    source: 'Catalogue 74: each quarter deputies, government and units look at it on the spot',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
