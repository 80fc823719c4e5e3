import type { InputOf } from '../../../shared/grammar/endpoint'
import {
  appFeedbackSteps,
  type AppFeedbackView,
  showAppFeedback,
} from '../../../shared/matters/app-feedback/endpoints'
import { appFeedbackTable } from '../../../shared/matters/app-feedback/table'
import { feedbackAbouts } from '../../../shared/matters/app-feedback/words'
import { roles } from '../../../shared/permissions'
import { spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import type { MatterParts } from './matter-parts'
import { today } from './words'

/** 对小程序的意见: what was written, by somebody of whom only is known as what they use the app. */
export const appFeedbackMatter: MatterParts<AppFeedbackView> = {
  table: appFeedbackTable,
  word: appFeedbackTable.word,
  load: (town, id) => ask(showAppFeedback, { params: { town, id } }),
  take: (town, { id, version }, step, form, key) =>
    ask(appFeedbackSteps[step as 'answer'], {
      params: { town, id },
      input: { version, form } as InputOf<typeof appFeedbackSteps.answer>,
      key,
    }),
  head: ({ about, plain }) => ({ over: [appFeedbackTable.word], title: feedbackAbouts[about], plain }),
  eventWord: () => '写来',
  facts: ({ text, answer, writtenAs, writtenOn, to }) => [
    ['写的是', text],
    ['谁写的', `一位${roles[writtenAs]}，${spokenDate(writtenOn, today())}；姓名不给答复的人看`],
    [`${to}的答复`, answer],
  ],
}
