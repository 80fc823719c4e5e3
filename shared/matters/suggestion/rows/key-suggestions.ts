import * as z from 'zod/mini'
import { amount, day, line, maybe, paragraph, personName } from '../../../grammar/fields'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import type { ActionRow } from '../../../grammar/matter'
import { byPresidium, saysHowDecided } from './together'
import { onceAccepted } from './while-open'

const leading = {
  leadingOfficial: personName('领办领导', 20, {
    help: '名册里在领办领导岗位上的，写名册里的姓名，本人就能看到、登记进展。',
  }),
  leadingPost: line('领办领导的职务', 40, { help: '例如：镇党委书记。' }),
  plan: paragraph('怎么办、什么时候办成', 1000, { help: '领办的计划：分几步，每步什么时候完成。' }),
}

/** 重点建议: picked for a year, led by a chief official, pushed on in writing. */
export const keySuggestions = {
  markKey: {
    label: '列为重点建议',
    tone: 'quiet',
    by: ['presidium'],
    moves: onceAccepted,
    needs: ['isNotKey', 'decidesOnOthers'],
    input: z
      .strictObject({
        year: amount('哪一年的重点', 2099, { help: '填年份，例如：2026。' }),
        ...leading,
        ...byPresidium,
      })
      .check(saysHowDecided),
    tells: {
      leadUnit: '《{subject}》（{no}）列为重点建议，由{leader}领办。',
      coUnit: '《{subject}》（{no}）列为重点建议，由{leader}领办。',
      leadingOfficial: '《{subject}》（{no}）列为重点建议，由您领办：{reason}',
      partyCommittee: '《{subject}》（{no}）列为重点建议，由{leader}领办，请适时调度。',
      congressOffice: '《{subject}》（{no}）列为重点建议，由{leader}领办。',
      leadDeputy: '您的建议《{subject}》列为重点建议，由{leader}领办。',
      coSigner: '您附议的《{subject}》列为重点建议，由{leader}领办。',
      resident: '您反映的事列为今年的重点，由{leader}领办。',
    },
    publicLine: '列为重点督办建议，由{leader}领办',
    source: 'Catalogue 65 党政主要领导领办重点建议; rules §3.10: picked each year',
  },
  changeKey: {
    label: '改领办安排',
    tone: 'quiet',
    by: ['presidium'],
    moves: onceAccepted,
    needs: ['isKey', 'decidesOnOthers'],
    input: z.strictObject({ ...leading, ...byPresidium }).check(saysHowDecided),
    tellsLeft: { leadingOfficial: '《{subject}》（{no}）改由{leader}领办，您不用再领办。' },
    tells: {
      leadUnit: '重点建议《{subject}》（{no}）改由{leader}领办。{reason}',
      leadingOfficial: '重点建议《{subject}》（{no}）由您领办：{reason}',
      partyCommittee: '重点建议《{subject}》（{no}）改由{leader}领办。',
      congressOffice: '重点建议《{subject}》（{no}）改由{leader}领办。',
      leadDeputy: '您的重点建议《{subject}》改由{leader}领办。',
    },
    publicLine: '重点督办：由{leader}领办',
    source: 'Catalogue 65: officials change within a year',
  },
  unmarkKey: {
    label: '不再列为重点',
    tone: 'danger',
    by: ['presidium'],
    moves: onceAccepted,
    needs: ['isKey', 'decidesOnOthers'],
    input: z.strictObject({ reason: paragraph('原因', 300), ...byPresidium }).check(saysHowDecided),
    tellsLeft: {
      leadingOfficial: '您领办的《{subject}》（{no}）不再列为重点建议：{reason}',
      partyCommittee: '《{subject}》（{no}）不再列为重点建议：{reason}',
    },
    tells: {
      leadUnit: '《{subject}》（{no}）不再列为重点建议：{reason}',
      congressOffice: '《{subject}》（{no}）不再列为重点建议：{reason}',
      leadDeputy: '您的建议《{subject}》不再列为重点建议，照常办理：{reason}',
    },
    publicLine: '不再列为重点督办，照常办理',
    source: 'Catalogue 65',
  },
  reportKeyProgress: {
    label: '登记领办进展',
    tone: 'quiet',
    by: ['leadingOfficial', 'presidium', 'congressOffice', 'leadUnit'],
    moves: onceAccepted,
    needs: ['unconcerned', 'isKey'],
    input: z.strictObject({
      notedOn: day('日期', 'happened'),
      note: paragraph('领办领导做了什么、办到哪一步', 1000),
    }),
    tells: {
      presidium: '重点建议《{subject}》（{no}）的领办进展：{reason}',
      leadingOfficial: '您领办的《{subject}》（{no}）的进展：{reason}',
      partyCommittee: '重点建议《{subject}》（{no}）的领办进展：{reason}',
      congressOffice: '重点建议《{subject}》（{no}）的领办进展：{reason}',
      leadDeputy: '您的重点建议《{subject}》的领办进展：{reason}',
      leadUnit: '重点建议《{subject}》（{no}）的领办进展：{reason}',
    },
    source: 'Catalogue 65: leader’s progress notes',
  },
  dispatch: {
    label: '登记调度',
    tone: 'quiet',
    by: ['partyCommittee', 'leadingOfficial', 'presidium'],
    moves: onceAccepted,
    needs: ['unconcerned', 'isKey', 'decidesOnOthers'],
    input: z.strictObject({
      notedOn: day('调度日期', 'happened'),
      note: paragraph('调度的决定', 1000, { help: '例如：镇党委会议决定先拨 12 万元，6 月底前完工。' }),
      planItem: maybe(line('列入年度工作计划的哪一项', 60)),
    }),
    meeting: { on: 'notedOn' },
    tells: {
      leadingOfficial: '{outcome}调度了您领办的《{subject}》（{no}）：{reason}',
      partyCommittee: '{outcome}调度了重点建议《{subject}》（{no}）：{reason}',
      presidium: '{outcome}调度了重点建议《{subject}》（{no}）：{reason}',
      leadUnit: '{outcome}调度了重点建议《{subject}》（{no}）：{reason}',
      coUnit: '{outcome}调度了重点建议《{subject}》（{no}）：{reason}',
      congressOffice: '{outcome}调度了重点建议《{subject}》（{no}）：{reason}',
      leadDeputy: '{outcome}调度了您的重点建议《{subject}》：{reason}',
    },
    publicLine: '{outcome}调度办理情况',
    source: 'Catalogue 66 建议列入年度工作计划，党委调度: plan item, date, decision',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
