import { View } from '@tarojs/components'
import { useMemo } from 'react'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { listDeputies, listUnits } from '../../../shared/api/people'
import { suggestionSteps, type SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { listCategories } from '../../../shared/registers/category-endpoints'
import { listMergeTargets, type SimilarRow } from '../../../shared/matters/suggestion/similar-endpoints'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import { categoryOptions } from './category-options'
import { showTown } from '../../../shared/api/towns'
import { fill } from '../../../shared/words/messages'
import { refusals } from '../../../shared/words/refusals'
import { consultationForms, unitKinds } from '../../../shared/words/words'
import { suggestionActions } from '../../../shared/matters/suggestion/table'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { askConsent } from '../client/consent'
import { fieldsOf } from '../hooks/use-form'
import { Unshown } from './unshown'
import { useLoaded } from '../hooks/use-loaded'
import { ActionBar } from '../pieces/action-bar'
import { initialForm, openConsultations } from './suggestion-forms'
import { KeyCard } from './key-card'
import { Notice } from '../pieces/notice'
import { openMatter } from './open-matter'
import { SimilarSuggestions } from './similar-suggestions'
import { textHints } from './text-hints'
import { SuggestionHead, SuggestionHistory, SuggestionText } from './suggestion-parts'
import { SuggestionRounds } from './suggestion-rounds'
import { VerdictsCard } from './verdicts-card'
import { SuggestionSupervision } from './suggestion-supervision'
import { today } from './words'

type SuggestionStep = keyof typeof suggestionSteps

/** One suggestion for those who work on it: where it stands, what I can do now, and everything that was said and done. */
export function SuggestionWork(props: {
  town: string
  suggestion: SuggestionView
  put: (newer: SuggestionView) => void
}) {
  const { town, suggestion, put } = props
  return (
    <View className="stack">
      <SuggestionHead suggestion={suggestion} />
      {suggestion.gated.map(({ action, because }) => (
        <Notice key={action} tone="soon">
          {fill(refusals[because][1], { missing: String(suggestion.signersMissing) })}
        </Notice>
      ))}
      <SuggestionActions town={town} suggestion={suggestion} done={put} />
      <Unshown town={town} suggestion={suggestion} />
      <SuggestionText suggestion={suggestion} />
      {suggestion.actions.includes('submit') ? (
        <SimilarSuggestions
          town={town}
          subject={suggestion.subject}
          facts={suggestion.facts}
          village={suggestion.village?.id}
          except={suggestion.id}
        />
      ) : null}
      {suggestion.key ? <KeyCard of={suggestion.key} /> : null}
      <SuggestionRounds town={town} suggestion={suggestion} />
      <VerdictsCard of={suggestion.verdicts} />
      <SuggestionSupervision suggestion={suggestion} />
      {suggestion.opinions.length > 0 ? <Behind town={town} suggestion={suggestion} /> : null}
      <SuggestionHistory suggestion={suggestion} />
    </View>
  )
}

/** The residents' words that this came of; only the lead deputy is sent them. */
const Behind = ({ town, suggestion }: { town: string; suggestion: SuggestionView }) => (
  <View>
    <View className="heading">反映这件事的群众</View>
    <View className="note">原话只有您看得到。写进建议的，请用自己的话，不写姓名和号码。</View>
    {suggestion.opinions.map(({ id, text }) => (
      <View
        key={id}
        className="behind"
        hoverClass="card-hover"
        onClick={() => openMatter('opinion', town, id)}
      >
        {text}
      </View>
    ))}
  </View>
)

function SuggestionActions({
  town,
  suggestion,
  done,
}: {
  town: string
  suggestion: SuggestionView
  done: (newer: SuggestionView) => void
}) {
  const lists = useLists(town, suggestion)
  return (
    <ActionBar
      steps={suggestion.actions.map((name) => ({ name, ...suggestionActions[name] }))}
      lists={lists}
      initial={(step) => initialForm(step, suggestion)}
      hintsOf={(step, values) => (step === 'edit' ? textHints(values) : {})}
      beside={(step) =>
        step === 'edit' && suggestion.opinions.length > 0 ? (
          <Behind town={town} suggestion={suggestion} />
        ) : null
      }
      onTap={() => void askConsent()}
      take={(step, form, key) =>
        ask(suggestionSteps[step as SuggestionStep], {
          params: { town, id: suggestion.id },
          input: { version: suggestion.version, form } as InputOf<(typeof suggestionSteps)[SuggestionStep]>,
          key,
        })
      }
      done={done}
    />
  )
}

/** Only the lists that the open steps pick from are fetched. */
function useLists(town: string, suggestion: SuggestionView) {
  const { id } = suggestion
  const kinds = suggestion.actions.flatMap((name) =>
    fieldsOf(suggestionActions[name].input).map((field) => field.kind),
  )
  const needs = (...wanted: string[]) => wanted.some((kind) => kinds.includes(kind as (typeof kinds)[number]))
  const state = useLoaded(async () => {
    const [deputies, units, villages, categories, targets] = await Promise.all([
      needs('deputies') ? ask(listDeputies, { params: { town } }) : undefined,
      needs('unit', 'units') ? ask(listUnits, { params: { town } }) : undefined,
      needs('village') ? ask(showTown, { params: { town } }) : undefined,
      needs('category') ? ask(listCategories, { params: { town } }) : undefined,
      needs('mergeTarget') ? ask(listMergeTargets, { params: { town, id } }) : undefined,
    ])
    const unitOptions = units?.units.map(({ id, name, kind }) => ({ id, name, note: unitKinds[kind] })) ?? []
    return {
      deputies:
        deputies?.deputies.map(({ id, name, group, district }) => ({
          id,
          name,
          note: [group, district].filter(Boolean).join(' · '),
        })) ?? [],
      unit: unitOptions,
      units: unitOptions,
      village: villages?.villages ?? [],
      category: categories ? categoryOptions(categories.categories) : [],
      mergeTarget: targets?.targets.map(asTarget) ?? [],
    }
  }, [town, id, kinds.join(' ')])
  return useMemo(
    () => ({
      ...state.value,
      consultation: openConsultations(suggestion).map(asOption),
      coUnit: suggestion.coUnits,
    }),
    [state.value, suggestion],
  )
}

const asTarget = ({ id, no, subject, leadDeputy, state }: SimilarRow) => ({
  id,
  name: subject,
  note: [no, `${leadDeputy}代表`, suggestionStates[state].label].filter(Boolean).join(' · '),
})

const asOption = (consultation: ReturnType<typeof openConsultations>[number]) => ({
  id: consultation.id,
  name: `${spokenDay(consultation.heldOn, today())} ${consultationForms[consultation.form]}`,
  note: consultation.record,
})
