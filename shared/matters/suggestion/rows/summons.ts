import * as z from 'zod/mini'
import { day, line, paragraph } from '../../../grammar/fields'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import type { ActionRow } from '../../../grammar/matter'
import { byPresidium, saysHowDecided } from './together'

/** 约见: after the last round the head of the unit answers in person, and the presidium concludes in writing. */
export const summons = {
  summon: {
    label: '约见单位负责人',
    tone: 'primary',
    by: ['presidium'],
    moves: { evaluated: 'escalated' },
    needs: ['noRoundLeft', 'decidesOnOthers'],
    input: z
      .strictObject({
        heldOn: day('约见日期', 'arranged'),
        place: line('地点', 60),
        questions: paragraph('要问的问题', 1000),
        ...byPresidium,
      })
      .check(saysHowDecided),
    tells: {
      leadUnit: '主席团就《{subject}》（{no}）约见你单位负责人：{latest}。请准备好当面回答：{reason}',
      leadDeputy: '主席团就《{subject}》约见{unit}负责人：{latest}，请您到场。',
      coSigner: '主席团就您附议的《{subject}》约见{unit}负责人：{latest}。',
      congressOffice: '主席团就《{subject}》（{no}）约见{unit}负责人：{latest}，请通知到人。',
      resident: '代表还是不满意，镇人大主席团要当面问{unit}的负责人。',
    },
    publicLine: '主席团约见{unit}负责人',
    source: 'rules §3.5: still not satisfied → summon the head, questions face to face',
  },
  recordSummons: {
    label: '登记约见问答',
    tone: 'primary',
    by: ['presidium', 'congressOffice'],
    moves: { escalated: 'escalated' },
    needs: ['summonsUnrecorded', 'summonsDayCome'],
    meeting: { gate: 'summonsDayCome' },
    input: z.strictObject({
      attendee: line('到场的负责人', 40),
      answers: paragraph('问了什么、怎么回答', 3000),
    }),
    tells: {
      leadDeputy: '约见{unit}负责人的问答已经登记（《{subject}》），等主席团提出处理意见。',
      presidium: '《{subject}》（{no}）的约见问答已经登记，请提出处理意见。',
    },
    publicLine: '{unit}负责人当面回答了询问',
    source: 'rules §3.5: questions and answers recorded',
  },
  conclude: {
    label: '主席团提出处理意见，办结',
    tone: 'primary',
    by: ['presidium'],
    moves: { escalated: 'closed' },
    needs: ['summonsRecorded', 'decidesOnOthers'],
    input: z
      .strictObject({ conclusion: paragraph('主席团处理意见', 1000), ...byPresidium })
      .check(saysHowDecided),
    tells: {
      leadDeputy: '主席团对《{subject}》作出处理意见：{reason}',
      coSigner: '主席团对《{subject}》作出处理意见：{reason}',
      leadUnit: '主席团对《{subject}》（{no}）作出处理意见：{reason}',
      resident: '镇人大主席团对您反映的事作出了处理意见，{deputy}会向您说明。',
    },
    pushes: { resident: 'concluded' },
    publicLine: '主席团提出处理意见，办结',
    source: 'rules §3.5: a written conclusion by the presidium ends the rounds',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
