import {
  showSuggestion,
  suggestionSteps,
  type SuggestionView,
} from '../../../shared/matters/suggestion/endpoints'
import { closedStates } from '../../../shared/matters/suggestion/state-lists'
import { walkOfSuggestion } from '../../../shared/matters/suggestion/steps-walked'
import { suggestionTable } from '../../../shared/matters/suggestion/table'
import { outcomes, periods, satisfactions, suggestionKinds } from '../../../shared/words/words'
import type { RoundView } from '../../../shared/matters/suggestion/rounds'
import { spokenDate, spokenDay } from '../../../shared/rules/days'
import { saysNo } from '../../../shared/matters/suggestion/states'
import { ask } from '../client/ask'
import { Fold } from '../pieces/fold'
import type { TagTone } from '../pieces/tag'
import { Asked } from './asked'
import { Behind } from './behind'
import { ConcernNotice } from './concern-notice'
import { KeyCard } from './key-card'
import type { MatterParts } from './matter-parts'
import { PapersDoor } from './papers-door'
import { SimilarSuggestions } from './similar-suggestions'
import { initialForm } from './suggestion-forms'
import { useReplyTemplates } from './reply-templates'
import { useSuggestionLists } from './suggestion-lists'
import { SuggestionRounds } from './suggestion-rounds'
import { SuggestionSupervision } from './suggestion-supervision'
import { placeOf, SuggestionText } from './suggestion-text'
import { replyHints, textHints } from './text-hints'
import { askedIn } from './asks-card'
import { Unshown } from './unshown'
import { VerdictsCard } from './verdicts-card'
import { today } from './words'

type SuggestionStep = keyof typeof suggestionSteps

export const suggestionMatter: MatterParts<SuggestionView> = {
  table: suggestionTable,
  word: '建议办理',
  load: (town, id) => ask(showSuggestion, { params: { town, id } }),
  take: (town, { id, version }, step, form, key) =>
    ask(suggestionSteps[step as SuggestionStep], {
      params: { town, id },
      input: { version, form },
      key,
    }),
  head: (suggestion) => ({
    over: [
      suggestionKinds[suggestion.kind],
      suggestion.no,
      suggestion.category?.name,
      suggestion.period && periods[suggestion.period],
    ],
    title: suggestion.subject,
    tone: stateTone(suggestion),
    tags: [
      ...(suggestion.key ? [{ tone: 'flow', word: `${suggestion.key.year} 年重点建议` } as const] : []),
      ...(suggestion.confidential ? [{ tone: 'calm', word: '保密' } as const] : []),
    ],
    plain: suggestion.plain,
    who: [`领衔：${suggestion.leadDeputy}代表`, suggestion.unit && `主办：${suggestion.unit}`],
    awaits: suggestion.waitsFor === 'leadUnit' ? suggestion.unit : null,
    walk: walkOfSuggestion(suggestion.state),
  }),
  gateWords: ({ signersMissing }) => ({ missing: String(signersMissing) }),
  eventWord: ({ note }) => (note ? '分办' : '起草'),
  useForms(town, suggestion) {
    return {
      // A co-unit is meant where one of those asked is named; the office and the deputy are asked other things.
      lists: {
        ...useSuggestionLists(town, suggestion),
        asked: askedIn({ asks: suggestion.asks.filter(({ ask }) => ask === 'coOpinion') }),
      },
      copies: useReplyTemplates(town, suggestion),
      initial: (step) => initialForm(step, suggestion),
      hintsOf: (step, values) =>
        step === 'edit' ? textHints(values) : isReply(step) ? replyHints(values) : {},
      beside: (step) =>
        step === 'edit' ? (
          <Behind town={town} suggestion={suggestion} />
        ) : isReply(step) ? (
          <Asked suggestion={suggestion} />
        ) : null,
    }
  },
  above: ({ view }) => <ConcernNotice of={view} />,
  said: (view, { action }) => {
    const round = view.rounds[view.rounds.length - 1]
    if (action === 'evaluate' && round?.evaluation) return spokenVerdict(round.evaluation)
    if (isReply(action) && round?.reply) return `${outcomes[round.reply.outcome]}：${round.reply.text}`
    if (action === 'consult') return round?.consultations[round.consultations.length - 1]?.record
    return undefined
  },
  facts: factsOf,
  below: ({ town, view }) => {
    const isHandled = view.rounds.length > 0
    return (
      <>
        <Unshown town={town} suggestion={view} />
        {isHandled ? null : <SuggestionText town={town} suggestion={view} />}
        {view.actions.includes('submit') ? (
          <SimilarSuggestions
            town={town}
            subject={view.subject}
            facts={view.facts}
            village={view.village?.id}
            except={view.id}
          />
        ) : null}
        {view.key ? <KeyCard of={view.key} /> : null}
        <SuggestionRounds town={town} suggestion={view} />
        <VerdictsCard of={view.verdicts} />
        {isHandled ? (
          <Fold title="建议原文" note={view.review ? '和审查' : undefined}>
            <SuggestionText town={town} suggestion={view} />
          </Fold>
        ) : null}
        <PapersDoor town={town} suggestion={view} />
        <SuggestionSupervision suggestion={view} />
        <Behind town={town} suggestion={view} />
      </>
    )
  },
}

/** The dates and the outcome of the round that counts. */
function factsOf(view: SuggestionView) {
  const { leadDeputy, unit, rounds } = view
  const round = rounds[rounds.length - 1]
  if (!round) return []
  const on = (day: string | undefined) => day && spokenDate(day, today())
  const { responsibles, consultations, reply, evaluation, commitments } = round
  return [
    ['主办', [unit, responsibles?.handler].filter(Boolean).join(' ')],
    ['领衔', [`${leadDeputy}代表`, placeOf(view)].filter(Boolean).join(' · ')],
    ['交办', on(round.handedOverOn)],
    ['限期', on(round.deadline.on)],
    ['面商', on(consultations[consultations.length - 1]?.heldOn)],
    ['答复', reply && `${outcomes[reply.outcome]}，${spokenDay(reply.on, today())}`],
    ['承诺', on(commitments[commitments.length - 1]?.dueOn)],
    ['评价', evaluation && `${satisfactions[evaluation.result]}，${spokenDay(evaluation.on, today())}`],
  ] as const
}

const spokenVerdict = ({ attitude, result, reason }: NonNullable<RoundView['evaluation']>) =>
  `态度${satisfactions[attitude]}，结果${satisfactions[result]}${reason ? `：${reason}` : ''}`

const isReply = (step: string) => ['reply', 'correctReply', 'correctRatedReply'].includes(step)

/** What was handled to the end is done; what ended before that only rests. */
const stateTone = ({ waitsFor, state }: SuggestionView): TagTone =>
  saysNo(state) ? 'late' : waitsFor !== null ? 'flow' : closedStates.includes(state) ? 'done' : 'calm'
