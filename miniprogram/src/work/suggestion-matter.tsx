import {
  showSuggestion,
  suggestionSteps,
  type SuggestionView,
} from '../../../shared/matters/suggestion/endpoints'
import { closedStates } from '../../../shared/matters/suggestion/state-lists'
import { walkOfSuggestion } from '../../../shared/matters/suggestion/steps-walked'
import { suggestionTable } from '../../../shared/matters/suggestion/table'
import { periods, suggestionKinds } from '../../../shared/words/words'
import { ask } from '../client/ask'
import type { TagTone } from '../pieces/tag'
import { Asked } from './asked'
import { Behind } from './behind'
import { ConcernNotice } from './concern-notice'
import { KeyCard } from './key-card'
import type { MatterParts } from './matter-parts'
import { PapersDoor } from './papers-door'
import { SimilarSuggestions } from './similar-suggestions'
import { ownTone } from './state-tone'
import { initialForm } from './suggestion-forms'
import { useReplyTemplates } from './reply-templates'
import { useSuggestionLists } from './suggestion-lists'
import { SuggestionRounds } from './suggestion-rounds'
import { SuggestionSupervision } from './suggestion-supervision'
import { SuggestionText } from './suggestion-text'
import { replyHints, textHints } from './text-hints'
import { askedIn } from './asks-card'
import { Unshown } from './unshown'
import { VerdictsCard } from './verdicts-card'

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
  below: ({ town, view }) => (
    <>
      <Unshown town={town} suggestion={view} />
      <SuggestionText town={town} suggestion={view} />
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
      <PapersDoor town={town} suggestion={view} />
      <SuggestionSupervision suggestion={view} />
      <Behind town={town} suggestion={view} />
    </>
  ),
}

const isReply = (step: string) => ['reply', 'correctReply', 'correctRatedReply'].includes(step)

/** What was handled to the end is done; what ended before that only rests. */
const stateTone = ({ waitsFor, state }: SuggestionView): TagTone =>
  ownTone('suggestion', state) ??
  (waitsFor !== null ? 'flow' : closedStates.includes(state) ? 'done' : 'calm')
