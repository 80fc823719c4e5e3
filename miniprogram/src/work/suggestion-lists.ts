import { useMemo } from 'react'
import { listDeputies, listUnits } from '../../../shared/api/people'
import { showTown } from '../../../shared/api/towns'
import { listMeetingMatters } from '../../../shared/matters/meeting/endpoints'
import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { listMergeTargets, type SimilarRow } from '../../../shared/matters/suggestion/similar-endpoints'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import { suggestionActions } from '../../../shared/matters/suggestion/table'
import { posts } from '../../../shared/permissions'
import { suggestionCategories } from '../../../shared/registers/suggestion-categories'
import { spokenDay } from '../../../shared/rules/days'
import { consultationForms } from '../../../shared/words/words'
import { ask } from '../client/ask'
import { fieldsOf } from '../hooks/use-form'
import { useLoaded } from '../hooks/use-loaded'
import { loadAreas } from './areas-of-village'
import { deputyOption } from './deputy-option'
import { openConsultations } from './suggestion-forms'
import { unitOption } from './unit-option'
import { today } from './words'

/** Only the lists that the open steps pick from are fetched. */
export function useSuggestionLists(town: string, suggestion: SuggestionView) {
  const { id } = suggestion
  const kinds = suggestion.actions.flatMap((name) =>
    fieldsOf(suggestionActions[name].input).map((field) => field.kind),
  )
  const needs = (...wanted: string[]) => wanted.some((kind) => kinds.includes(kind as (typeof kinds)[number]))
  const state = useLoaded(async () => {
    const [deputies, units, villages, area, categories, targets, meetings] = await Promise.all([
      needs('deputies', 'deputy') ? ask(listDeputies, { params: { town } }) : undefined,
      needs('unit', 'units') ? ask(listUnits, { params: { town } }) : undefined,
      needs('village') ? ask(showTown, { params: { town } }) : undefined,
      needs('area') ? loadAreas(town) : [],
      needs('category') ? ask(suggestionCategories.endpoints.options, { params: { town } }) : undefined,
      needs('mergeTarget') ? ask(listMergeTargets, { params: { town, id } }) : undefined,
      needs('presidiumMeeting') ? recentMeetings(town) : [],
    ])
    const unitOptions = units?.units.map(unitOption) ?? []
    const deputyOptions = deputies?.deputies.map(deputyOption) ?? []
    return {
      deputies: deputyOptions,
      deputy: deputyOptions,
      unit: unitOptions,
      units: unitOptions,
      village: villages?.villages ?? [],
      area,
      category: categories?.options ?? [],
      mergeTarget: targets?.targets.map(asTarget) ?? [],
      presidiumMeeting: meetings,
    }
  }, [town, id, kinds.join(' ')])
  return useMemo(
    () => ({
      ...state.value,
      consultation: openConsultations(suggestion).map(asOption),
      proposers: proposersOf(suggestion),
      deciders: decidersOf(suggestion),
      ...filesOf(suggestion),
    }),
    [state.value, suggestion],
  )
}

/** Those whose minutes still say what names them. */
const recentMeetings = async (town: string) => {
  const { items } = await ask(listMeetingMatters, {
    params: { town },
    query: { meetingKind: 'presidiumMeeting' },
  })
  return items.flatMap(({ id, title, day, state }) =>
    ['open', 'ended', 'drafted'].includes(state)
      ? { id, name: title, note: day && spokenDay(day, today()) }
      : [],
  )
}

const decidersOf = ({ deciders }: SuggestionView) =>
  [...new Map(deciders.map((one) => [one.id, one])).values()].map(({ id, name, post }) => ({
    ...{ id, name, note: posts[post].label },
  }))

/** The lead deputy, and whoever proposed what is handled along with it. */
const proposersOf = ({ id, leadDeputy, subject, merged }: SuggestionView) => [
  { id, name: `${leadDeputy}代表`, note: subject },
  ...merged.map((one) => ({ id: one.id, name: `${one.leadDeputy}代表`, note: one.subject })),
]

/** Those that a form may begin with; a list of none would say that there is nothing to ask. */
function filesOf({ files, rounds }: SuggestionView) {
  const all = [...files, ...(rounds[rounds.length - 1]?.reply?.files ?? [])]
  return all.length === 0 ? {} : { files: all.map(({ id, name }) => ({ id, name, note: null })) }
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
