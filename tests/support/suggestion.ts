import { showSuggestion, startSuggestion, suggestionSteps } from '../../shared/api/suggestions'
import type { SuggestionView } from '../../shared/api/suggestions'
import type { SuggestionAction } from '../../shared/workflow'
import type { TestPerson, TestTown } from './town'

/** Forms that are right; a test changes the field that it is about. */
export const text = {
  subject: '修复大郭西段河堤',
  facts: '新河堤大郭西段去年汛期冲垮 200 米，300 多人出行要绕路，牲畜常掉下去。',
  proposal: '修复河堤并在村边装围栏。',
}

export const forms = (town: TestTown) => ({
  accept: {
    legality: true,
    quality: true,
    wording: true,
    category: 'waterWorks',
    publicItem: '修复大郭西段河堤',
  },
  requestRevision: { failedChecks: ['quality'], reason: '请写明冲垮的长度和影响的人数。' },
  refuseAcceptance: { ground: 'noSubstance', reason: '没有具体内容。' },
  assign: { leadUnitId: town.unitId },
  receive: { leaderInCharge: '吴海涛', handlerName: '赵永强', handlerPhone: '13800000000' },
  consult: {
    heldOn: '',
    form: 'visit',
    participants: '赵永强、王建国',
    record: '一起看了现场，商定先修最险的 80 米。',
  },
  reply: {
    outcome: 'solved',
    documentNo: '禾水〔2026〕12 号',
    text: '河堤已经修好，围栏已经装好。',
    publicResult: '修复河堤 3.8 公里，装围栏 1 公里',
    signer: '吴海涛',
  },
  evaluate: { attitudeRating: 'satisfied', resultRating: 'satisfied' },
  reHandle: { instructions: '请补齐下游一段的围栏。' },
  conclude: { conclusion: '主席团认为承办单位已经尽力，余下部分列入明年计划。' },
  remind: { note: '快到期了，请抓紧。' },
  withdraw: { reason: '村里已经自己解决。' },
})

/** Takes one step as this person, with the version that they see now. */
export async function step(
  town: TestTown,
  person: TestPerson,
  id: string,
  action: SuggestionAction,
  form: Record<string, unknown> = {},
): Promise<SuggestionView> {
  const { version } = await see(town, person, id)
  return person.client.call(suggestionSteps[action] as typeof suggestionSteps.withdraw, {
    params: { town: town.id, id },
    input: { version, form },
  })
}

export const see = (town: TestTown, person: TestPerson, id: string) =>
  person.client.call(showSuggestion, { params: { town: town.id, id } })

export const start = async (town: TestTown, input: Record<string, unknown> = text) =>
  (await town.deputy.client.call(startSuggestion, { params: { town: town.id }, input })).id
