import * as z from 'zod/mini'
import { amount, choice, day, line, maybe, paragraph } from '../../../grammar/fields'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import type { ActionRow } from '../../../grammar/matter'
import { commitmentResults, passItOn, satisfactions } from '../../../words/words'
import { byPresidium, saysHowDecided } from './together'

/** 承诺事项: what a reply promised is followed until it is done, or the unit has said why it cannot be. */
export const promises = {
  reportCommitment: {
    label: '报告承诺落实情况',
    tone: 'primary',
    by: ['leadUnit'],
    moves: { tracking: 'tracking' },
    needs: ['commitmentOpen'],
    input: z.strictObject({
      commitmentResult: choice('落实情况', commitmentResults),
      report: paragraph('办了什么，没办成的为什么', 2000),
      publicResult: line('公开的一句话结果', 60, { help: '公开栏和反映情况的群众会看到这一句。' }),
    }),
    tells: {
      leadDeputy: '{unit}报告了《{subject}》承诺事项的落实（{outcome}），请评价。',
      coSigner: '{unit}报告了您附议的《{subject}》承诺事项的落实：{outcome}。',
      congressOffice: '{unit}报告了《{subject}》（{no}）承诺事项的落实：{outcome}。',
      resident: '您反映的事，{unit}答应的有了结果：{outcome}。{result}',
    },
    pushes: { leadDeputy: 'confirm', resident: 'concluded' },
    passOn: passItOn,
    publicLine: '{unit}报告承诺事项：{outcome}',
    source: 'Chongqing 2017 art. 24; Henan 2017 art. 23, 27: a second reply when done, or why not',
  },
  reportMilestone: {
    label: '报告承诺的进度',
    tone: 'quiet',
    by: ['leadUnit'],
    moves: { tracking: 'tracking' },
    needs: ['commitmentOpen'],
    input: z.strictObject({
      percent: amount('办到百分之几', 99, { help: '只写数字，例如：40。办完了请点“报告承诺落实情况”。' }),
      note: paragraph('办到哪一步', 500),
      nextStep: maybe(line('下一步办什么', 60)),
      nextOn: maybe(day('下一步哪天办到', 'promised')),
    }),
    tells: {
      leadDeputy: '{unit}报告《{subject}》承诺的事办到 {outcome}：{reason}',
      coSigner: '{unit}报告您附议的《{subject}》承诺的事办到 {outcome}。',
      congressOffice: '{unit}报告《{subject}》（{no}）承诺的事办到 {outcome}：{reason}',
      resident: '您反映的事，{unit}答应的办到 {outcome}。',
    },
    publicLine: '{unit}报告承诺的事办到 {outcome}',
    source: 'A promise with a date a year away is seen on its way, in percent and by dated steps',
  },
  rateCommitment: {
    label: '评价承诺落实',
    tone: 'primary',
    by: ['leadDeputy'],
    moves: { tracking: { satisfied: 'closed', basicallySatisfied: 'closed', notSatisfied: 'tracking' } },
    decidedBy: ['rating'],
    needs: ['commitmentReported'],
    input: z
      .strictObject({
        rating: choice('承诺落实得怎么样', satisfactions),
        reason: maybe(paragraph('哪里不满意', 500, { shownWhen: [{ field: 'rating', is: 'notSatisfied' }] })),
      })
      .check(
        z.refine((form) => form.rating !== 'notSatisfied' || form.reason !== undefined, {
          error: '选了“不满意”，请写一句哪里不满意，承办单位才知道怎么改。',
          path: ['reason'],
        }),
      ),
    tells: {
      leadUnit: '代表评价了《{subject}》（{no}）承诺的落实：{satisfaction}。',
      congressOffice: '代表评价了《{subject}》（{no}）承诺的落实：{satisfaction}。',
      resident: '{deputy}对承诺落实的评价：{satisfaction}。',
    },
    publicLine: '代表评价承诺落实：{satisfaction}',
    source: 'Chongqing 2017 art. 28: promises are rated separately',
  },
  lapseOnPromise: {
    label: '逾期未评价，跟踪承诺',
    tone: 'quiet',
    by: ['system'],
    moves: { replied: 'tracking' },
    needs: ['evaluationLapsed', 'commitmentOpen'],
    byClock: true,
    input: z.strictObject({}),
    tells: {
      leadDeputy: '《{subject}》的评价时间已过，按“未表态”记下，答应的事继续跟踪。',
      leadUnit: '《{subject}》（{no}）代表未表态，答应的事要在{deadline}前落实。',
      congressOffice: '《{subject}》（{no}）代表未表态，答应的事继续跟踪。',
      resident: '您反映的事，{unit}答应的还在办，{deadline}前给结果。',
    },
    publicLine: '代表未表态，承诺事项继续跟踪',
    source: 'Chongqing 2017 art. 29: no response is no satisfaction, and it ends no promise',
  },
  lapseCommitment: {
    label: '逾期未评价，办结',
    tone: 'quiet',
    by: ['system'],
    moves: { tracking: 'closed' },
    needs: ['commitmentLapsed'],
    byClock: true,
    input: z.strictObject({}),
    tells: {
      leadDeputy: '《{subject}》承诺落实的评价时间已过，按“未表态”办结。',
      congressOffice: '《{subject}》（{no}）承诺的落实代表未表态，已办结。',
      resident: '您反映的事已经办结。',
    },
    pushes: { resident: 'concluded' },
    publicLine: '代表未表态，办结',
    source: 'Chongqing 2017 art. 29, as for the reply itself',
  },
  endTracking: {
    label: '主席团决定不再跟踪',
    tone: 'danger',
    by: ['presidium'],
    moves: { tracking: 'closed' },
    needs: ['decidesOnOthers'],
    insteadOf: ['leadUnit'],
    input: z
      .strictObject({ conclusion: paragraph('主席团处理意见', 1000), ...byPresidium })
      .check(saysHowDecided),
    tells: {
      leadDeputy: '主席团对《{subject}》的承诺事项作出处理意见：{reason}',
      coSigner: '主席团对《{subject}》的承诺事项作出处理意见：{reason}',
      leadUnit: '主席团对《{subject}》（{no}）的承诺事项作出处理意见：{reason}',
      resident: '镇人大主席团对您反映的事作出了处理意见，{deputy}会向您说明。',
    },
    publicLine: '主席团提出处理意见，办结',
    source: 'No promise ends in silence: a written conclusion, or it goes on',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
