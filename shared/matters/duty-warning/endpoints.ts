import * as z from 'zod/mini'
import { stateNames } from '../../grammar/decide'
import { cursor, get, named, pageOf, post } from '../../grammar/endpoint'
import { id, paragraph, picked } from '../../grammar/fields'
import { matterView } from '../../grammar/matter-view'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { dutyWarningActions, dutyWarningFolder as folder, dutyWarningTable } from './table'
import { factsHelp, type ReplyWay, replyWays } from './words'

export const dutyWarningView = z.strictObject({
  ...matterView(dutyWarningTable),
  deputy: z.string(),
  facts: z.array(z.strictObject({ on: z.iso.date(), text: z.string() })),
  text: z.string(),
  reply: z.nullable(z.string()),
  replyWay: z.nullable(z.enum(Object.keys(replyWays) as ReplyWay[])),
  talk: z.nullable(z.strictObject({ on: z.iso.date(), people: z.array(z.string()), place: z.string() })),
  decisionText: z.nullable(z.string()),
  decidedHow: z.nullable(z.string()),
  endsOn: z.nullable(z.iso.date()),
  /** Members of the presidium, for whoever writes down a talk. */
  members: z.array(named),
})
export type DutyWarningView = z.output<typeof dutyWarningView>

export const warningForm = z.strictObject({
  deputyId: picked('哪位代表', 'deputy'),
  facts: paragraph('事实', 1000, { help: factsHelp }),
  text: paragraph('想请本人说明什么', 500, { help: '本人看得到。写事，不写评价。' }),
})

export const proposeWarning = post(folder, {
  who: 'proposeWarnings',
  says: '提醒一位代表履职的事：先写事实，主席看过、本人说明以后主席团才决定；主席和镇人大办可以写',
  input: warningForm,
  output: dutyWarningView,
})

export const listWarnings = get(folder, {
  who: 'proposeWarnings',
  says: '警示：主席和镇人大办看没有到期的，主席团成员看等他们决定的，按名册的顺序',
  query: z.strictObject({ cursor }),
  output: pageOf(
    z.strictObject({
      id: id(),
      deputy: z.string(),
      state: z.enum(stateNames(dutyWarningTable)),
      endsOn: z.nullable(z.iso.date()),
    }),
  ),
})

export const showWarning = get(`${folder}/:id`, {
  who: 'followWork',
  says: '一件警示：事实、本人的说明、决定；问过以后本人看得到，到期以后谁也看不到',
  output: dutyWarningView,
})

/** One for each row of the table. */
export const dutyWarningSteps = stepEndpoints(dutyWarningActions, folder, 'followWork', dutyWarningView)
