import type { InputOf } from '../../../shared/grammar/endpoint'
import {
  dutyWarningSteps,
  type DutyWarningView,
  showWarning,
} from '../../../shared/matters/duty-warning/endpoints'
import { dutyWarningTable } from '../../../shared/matters/duty-warning/table'
import { replyWays } from '../../../shared/matters/duty-warning/words'
import { spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import type { MatterParts } from './matter-parts'
import { today } from './words'

/** 警示: the facts, the deputy's own word, and what the presidium decided, in that order. */
export const dutyWarningMatter: MatterParts<DutyWarningView> = {
  table: dutyWarningTable,
  word: dutyWarningTable.word,
  load: (town, id) => ask(showWarning, { params: { town, id } }),
  take: (town, { id, version }, step, form, key) =>
    ask(dutyWarningSteps[step as 'drop'], {
      params: { town, id },
      input: { version, form } as InputOf<typeof dutyWarningSteps.drop>,
      key,
    }),
  head: ({ deputy, plain }) => ({ over: [dutyWarningTable.word], title: `${deputy}代表`, plain }),
  eventWord: () => '写下事实',
  useForms: (_, { members }) => ({
    initial: (step) => (step === 'recordTalk' ? { talkedOn: today() } : {}),
    lists: { asked: members },
  }),
  facts: ({ facts, text, reply, replyWay, talk, decisionText, decidedHow, endsOn }) => [
    ['事实', facts.map(({ on, text: said }) => `${spokenDate(on, today())} ${said}`).join('\n')],
    ['请本人说明', text],
    [replyWay === null ? '本人的说明' : `本人的说明（${replyWays[replyWay]}）`, reply],
    ['谈话', talk && `${spokenDate(talk.on, today())}，${talk.place}，${talk.people.join('、')}`],
    ['主席团的决定', decisionText],
    ['怎么决定的', decidedHow],
    ['到哪天为止', endsOn && spokenDate(endsOn, today())],
  ],
}
