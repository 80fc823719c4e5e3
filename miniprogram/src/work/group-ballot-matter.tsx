import type * as z from 'zod/mini'
import type { AnyMatterView } from '../../../shared/grammar/matter-view'
import { fewestVotes } from '../../../shared/matters/group-ballot/appraisals'
import { type Ballot, castVote, listAppraisals } from '../../../shared/matters/group-ballot/endpoints'
import { groupBallotTable, type voteForm } from '../../../shared/matters/group-ballot/table'
import { ask } from '../client/ask'
import { newKey } from '../client/request-key'
import { Card } from '../pieces/card'
import { Notice } from '../pieces/notice'
import { loadMatter, titleOfAny } from './any-matter'
import { BallotFacts, BallotSuggestion } from './ballot-facts'
import type { MatterParts } from './matter-parts'

type View = AnyMatterView & { ballot: Ballot | undefined }

/** The same sending twice is the same vote, down to the last letter. */
const blinds = new Map<string, string>()
function blindOf(key: string) {
  const blind = blinds.get(key) ?? newKey()
  blinds.set(key, blind)
  return blind
}

async function load(town: string, id: string): Promise<View> {
  const [view, { ballots }] = await Promise.all([
    loadMatter('groupBallot', town, id),
    ask(listAppraisals, { params: { town } }),
  ])
  // It ends as a step of its suggestion, where the way stands below.
  return {
    ...view,
    actions: view.actions.filter((name) => name === 'vote'),
    ballot: ballots.find((ballot) => ballot.id === id),
  }
}

export const groupBallotMatter: MatterParts<View> = {
  table: groupBallotTable,
  word: groupBallotTable.word,
  load,
  async take(town, { id }, _step, form, key) {
    const { rating } = form as z.output<typeof voteForm>
    await ask(castVote, { params: { town, ballot: id }, input: { rating, blind: blindOf(key) }, key })
    return load(town, id)
  },
  head: titleOfAny,
  above: () => (
    <Notice>{`不记名：只记谁投过，不记谁投了什么；结束以后才公布票数，不到 ${fewestVotes} 票的不公布。`}</Notice>
  ),
  below: ({ town, view: { ballot } }) =>
    ballot ? (
      <Card>
        <BallotFacts ballot={ballot} />
        <BallotSuggestion town={town} ballot={ballot} />
      </Card>
    ) : null,
}
