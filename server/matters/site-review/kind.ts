import { type SiteReviewParty, siteReviewTable } from '../../../shared/matters/site-review/table'
import { beijingDay, spokenDate } from '../../../shared/rules/days'
import { fill } from '../../../shared/words/messages'
import { inboxPage, matterPage, suggestionPage } from '../../../shared/words/pages'
import { type Holder, holdersOf, person, post, unit } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { callOff, finish, move } from './effects'
import { readReview, type Reviewed, type ReviewRecord } from './record'

const unitsOf = ({ leadUnitId }: Reviewed) => (leadUnitId === null ? [] : [unit(leadUnitId)])
const found = ({ suggestions }: ReviewRecord) => suggestions.filter(({ finding }) => finding !== null).length
const subjectsOf = (suggestions: readonly Reviewed[]) =>
  suggestions.map(({ subject }) => `《${subject}》`).join('')

/** Proposed one that is looked at, or has it in hand. */
const hasPart = ({ suggestions }: ReviewRecord, mine: readonly Holder[]) =>
  suggestions.some((one) =>
    [person(one.leadDeputyId), ...unitsOf(one)].some((holder) => mine.includes(holder)),
  )

/** Those whose it is read of their own suggestions; everybody else of all. */
function theirs({ suggestions }: ReviewRecord, party: SiteReviewParty, holder: Holder): Reviewed[] {
  if (party === 'leadDeputy') return suggestions.filter((one) => person(one.leadDeputyId) === holder)
  if (party === 'leadUnit') return suggestions.filter((one) => unitsOf(one).includes(holder))
  return suggestions
}

const pageOf = (party: SiteReviewParty, townId: string, id: string) =>
  party === 'participant' ? inboxPage(townId) : matterPage(siteReviewTable.kind, townId, id)

/** 现场评议: deputies go to see how some suggestions are handled. */
export const kind = kindOf(siteReviewTable, {
  read: readReview,
  head: ({ suggestions, place }) => ({ title: subjectsOf(suggestions), number: null, note: place }),
  holders: (_, { suggestions, deputies }) => ({
    congressOffice: [post('congressOffice')],
    presidium: [post('presidiumMember')],
    leadDeputy: [...new Set(suggestions.map(({ leadDeputyId }) => person(leadDeputyId)))],
    leadUnit: [...new Set(suggestions.flatMap(unitsOf))],
    participant: deputies.map(({ id }) => person(id)),
  }),
  parties: {
    congressOffice: 'listed',
    presidium: 'listed',
    leadDeputy: 'aside',
    leadUnit: 'aside',
    participant: 'aside',
  },
  gates: (record, { asker }) => ({
    nothingFound: found(record) === 0,
    somethingFound: found(record) > 0,
    decidesOnOthers: asker === null || !hasPart(record, holdersOf(asker)),
  }),
  facts: (record) => ({ found: found(record) === record.suggestions.length ? 'all' : 'some' }),
  effects: { move, callOff, finish },
  words: ({ suggestions, heldOn, place }, now) => ({
    subjects: subjectsOf(suggestions),
    latest: `${spokenDate(heldOn, beijingDay(now))}，${place}`,
  }),
  says: (_, { record, words }) =>
    Promise.resolve((party, { holder }, sentence) =>
      fill(sentence, { ...words, subjects: subjectsOf(theirs(record, party, holder)) }),
    ),
  page: pageOf,
  opens(record, party, { holder }) {
    const { townId, id } = record
    const [own] = party === 'leadDeputy' || party === 'leadUnit' ? theirs(record, party, holder) : []
    return { page: own ? suggestionPage(party, townId, own.id) : pageOf(party, townId, id) }
  },
})
