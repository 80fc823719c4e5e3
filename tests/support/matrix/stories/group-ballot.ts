import { showMatter } from '../../../../shared/api/work'
import { castVote, listAppraisals } from '../../../../shared/matters/group-ballot/endpoints'
import { groupBallotTable } from '../../../../shared/matters/group-ballot/table'
import { newId } from '../../../../server/database/id'
import { bring } from '../../bring'
import type { TestServer } from '../../server'
import { step } from '../../suggestion'
import type { Peopled, Who } from '../people'
import type { Matter, Story } from '../story'

const voted = ', one has voted'

async function live(server: TestServer, { town, people: { leader } }: Peopled): Promise<Matter[]> {
  const params = { town: town.id }
  const opened = async () => {
    const id = await bring(server, town, 'closed')
    await step(town, leader, id, 'openBallot')
    const { ballots } = await leader.client.call(listAppraisals, { params })
    const ballot = ballots.find(({ suggestionId }) => suggestionId === id)?.id ?? ''
    return { id, ballot }
  }
  const keep = async (id: string, state: string, special = ''): Promise<Matter> => ({
    id,
    state,
    name: state + special,
    version: await town.versionOf(id),
  })
  const open = await opened()
  const half = await opened()
  await town.deputy.client.call(castVote, {
    params: { ...params, ballot: half.ballot },
    input: { rating: 'satisfied', blind: newId() },
  })
  const over = await opened()
  await step(town, leader, over.id, 'closeBallot')
  return [
    await keep(open.ballot, 'open'),
    await keep(half.ballot, 'open', voted),
    await keep(over.ballot, 'closed'),
  ]
}

function standing(who: Who, { name }: Matter) {
  if (who === 'deputy') return name.endsWith(voted) ? ['voter'] : ['groupMember']
  if (who === 'leader') return ['groupMember', 'groupLeader']
  if (who === 'office') return ['congressOffice']
  if (who === 'presidium') return ['presidium']
  return 'not_found'
}

export const groupBallotStory: Story = {
  table: groupBallotTable,
  steps: { vote: castVote },
  elsewhere: { close: ['suggestion', 'closeBallot'] },
  show: showMatter,
  live,
  standing,
  shut: (action, { state }) => (action === 'vote' && state === 'closed' ? 'ballot_closed' : undefined),
  said: (_, who, { name }, told) => (who === 'deputy' && name.endsWith(voted) ? 'already_voted' : told),
  form: () => ({ rating: 'satisfied' }),
  question: (_, __, { id }, form) => ({ params: { ballot: id }, input: { ...form, blind: newId() } }),
  facts: () => ({}),
  // A vote is written into no history, so that nobody reads in which order people voted.
  answered: (_, { state, version }) => ({ state, version, events: 0 }),
  seenOnItsPage: true,
}
