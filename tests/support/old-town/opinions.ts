import { people, resident, station, town, village } from './place'
import { daysAgo, type Insert, oldId } from './rows'
import { suggestionIn } from './suggestions'

type Step = readonly [
  action: string,
  to: string,
  party: 'resident' | 'system' | 'deputy' | 'congressOffice',
  note?: string,
]

const start: Step = ['start', 'sent', 'resident']
const received: readonly Step[] = [start, ['pass', 'received', 'system']]
const held: readonly Step[] = [start, ['hold', 'held', 'system']]
const answered: readonly Step[] = [...received, ['answer', 'answerSent', 'deputy']]

/** The walk to every state that there was, and two that go back or end with a rating. */
const walks: Readonly<Record<string, readonly Step[]>> = {
  sent: [start],
  held,
  received,
  answerSent: answered,
  replied: [...answered, ['showAnswer', 'replied', 'system']],
  answerHeld: [...answered, ['holdWords', 'answerHeld', 'system']],
  sentBack: [
    ...answered,
    ['holdWords', 'answerHeld', 'system'],
    ['sendBack', 'received', 'congressOffice', '不要写别人的名字。'],
  ],
  inSuggestion: [...received, ['raise', 'inSuggestion', 'deputy']],
  endSent: [...held, ['redirect', 'endSent', 'congressOffice']],
  endHeld: [...received, ['close', 'endSent', 'deputy'], ['holdWords', 'endHeld', 'system']],
  closed: [...received, ['close', 'endSent', 'deputy'], ['showEnd', 'closed', 'system']],
  rated: [
    ...received,
    ['close', 'endSent', 'deputy'],
    ['showEnd', 'closed', 'system'],
    ['rate', 'closed', 'resident'],
  ],
}
export const opinionWalks = Object.keys(walks)
export const opinionOf = (walk: string) => oldId('opinion', opinionWalks.indexOf(walk))

export async function insertOpinions(insert: Insert) {
  for (const [at, [walk, steps]] of Object.entries(walks).entries()) {
    const id = opinionOf(walk)
    const state = steps.at(-1)?.[1]
    const said = steps.find(([action]) => ['answer', 'close', 'redirect'].includes(action))
    const unseen =
      ['answerSent', 'answerHeld', 'endSent', 'endHeld'].includes(state ?? '') || walk === 'sentBack'
    await insert('resident_opinion', {
      ...{ id, town_id: town, version: steps.length - 1, state, state_since: daysAgo(at === 2 ? 4 : 1) },
      ...{
        resident_id: resident,
        deputy_id: people.deputy,
        liaison_station_id: station,
        village_id: village,
      },
      ...{
        opinion_kind: 'report',
        created_at: daysAgo(12),
        rule_set_id: oldId('rules'),
        resident_name: '田秀英',
      },
      ...{ suggestion_id: state === 'inSuggestion' ? suggestionIn('handling') : null },
      ...{ written_in: unseen ? (walk === 'endSent' ? 'held' : 'received') : null },
      ...{ words_by_id: unseen ? (walk === 'endSent' ? people.office : people.deputy) : null },
      ...{ explanation: ['close', 'redirect'].includes(said?.[0] ?? '') ? '已经办好。' : null },
      ...{
        referred_to: walk === 'endSent' ? 'petitionOffice' : null,
        rating: walk === 'rated' ? 'satisfied' : null,
      },
    })
    await insert('opinion_message', {
      ...{ id: oldId(`words${walk}`), resident_opinion_id: id, position: 0, author: 'resident' },
      ...{ text: `第${at}盏路灯不亮。`, at: daysAgo(12) },
    })
    if (said?.[0] === 'answer')
      await insert('opinion_message', {
        ...{
          id: oldId(`words${walk}`, 2),
          resident_opinion_id: id,
          position: 1,
          author: 'deputy',
          text: '我去看看。',
        },
        ...{ at: daysAgo(11), withheld: unseen ? 1 : 0 },
      })
    await insert(
      'opinion_event',
      ...steps.map(([action, to, party, note], version) => ({
        ...{
          resident_opinion_id: id,
          version,
          town_id: town,
          action,
          from_state: steps[version - 1]?.[1] ?? null,
        },
        ...{ to_state: to, party, note: note ?? null, at: daysAgo(12 - version) },
      })),
    )
  }
}
