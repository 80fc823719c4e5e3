import { presidiumOf, redHeadOf, tickBoxes } from '../../../papers/paper'
import { consultationForms, noResponseWord, satisfactions } from '../../../words/words'
import type { PaperRow } from './drawn'
import { coUnitsOf, fullDay, headRows } from './words'

/** 交办单: what a unit is given, and where it signs for it. */
export const assignmentNotice: PaperRow = {
  word: '交办单',
  sentBy: ['assign', 'approveReturn', 'reassign', 'reHandle', 'reHandleElsewhere'],
  draw: (view, head) =>
    view.rounds.map(({ no, leadUnit, handedOverOn, deadline, instructions }) => ({
      round: no,
      part: leadUnit.id,
      on: handedOverOn,
      paper: {
        redHead: redHeadOf(head, presidiumOf(head)),
        documentNo: null,
        mark: null,
        title: `代表建议交办单${no > 1 ? `（第 ${no} 次办理）` : ''}`,
        to: leadUnit.name,
        blocks: [
          {
            is: 'grid',
            rows: [
              ...headRows(view),
              ['类别', view.category?.name ?? ''],
              ['情况', view.facts],
              ['建议', view.proposal],
              ['主办单位', leadUnit.name],
              ...(coUnitsOf(view) ? ([['协办单位', coUnitsOf(view)]] as [string, string][]) : []),
              ['交办日期', fullDay(handedOverOn)],
              ['答复期限', fullDay(deadline.on)],
              ['交办要求', instructions ?? '请先和代表面商，再书面答复代表。'],
            ],
          },
          { is: 'close', lines: [presidiumOf(head), fullDay(handedOverOn)] },
          {
            is: 'grid',
            rows: [
              ['分管领导', ''],
              ['专办人员', ''],
              ['签收日期', ''],
            ],
          },
        ],
      },
    })),
}

/** 征询意见表: attitude and result apart; on paper where the deputy has not said it yet. */
export const evaluationForm: PaperRow = {
  word: '征询意见表',
  sentBy: [],
  draw: (view) =>
    view.rounds.flatMap(({ no, leadUnit, reply, evaluation, consultations }) =>
      reply === null
        ? []
        : [
            {
              round: no,
              part: '',
              on: evaluation?.on ?? reply.on,
              paper: {
                redHead: null,
                documentNo: null,
                mark: null,
                title: '代表建议办理情况征询意见表',
                to: null,
                blocks: [
                  {
                    is: 'grid',
                    rows: [
                      ...headRows(view),
                      ['主办单位', leadUnit.name],
                      ['答复', [fullDay(reply.on), reply.documentNo].join('，')],
                      [
                        '面商',
                        consultations
                          .filter(({ answer }) => answer === 'confirmed')
                          .map(({ heldOn, form }) => `${fullDay(heldOn)}${consultationForms[form]}`)
                          .join('；'),
                      ],
                      ['办理态度', tickBoxes(satisfactions, evaluation?.attitude ?? null)],
                      ['办理结果', tickBoxes(satisfactions, evaluation?.result ?? null)],
                      ['意见', evaluation?.reason ?? ''],
                      ['代表签名', evaluation === null ? '' : view.leadDeputy],
                      ['日期', evaluation === null ? '' : fullDay(evaluation.on)],
                    ],
                  },
                  {
                    is: 'note',
                    text: `“不满意”请写一句哪里不满意。逾期没有填的，记作“${noResponseWord}”，不算进满意率。`,
                  },
                ],
              },
            },
          ],
    ),
}
