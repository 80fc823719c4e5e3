import { groupBallotTable } from '../../../shared/matters/group-ballot/table'
import { matterPage } from '../../../shared/words/pages'
import { person, post } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { readBallot, readMembers } from './record'

export const kind = kindOf(groupBallotTable, {
  read: readBallot,
  head: ({ subject, no, unitId, group }) => ({ title: subject, number: no, note: group, unitId }),
  holders: async (reader, { id }) => {
    const { leading, voted, awaited } = await readMembers(reader, id)
    return {
      groupMember: awaited.map(person),
      voter: voted.map(person),
      groupLeader: leading.map(person),
      congressOffice: [post('congressOffice')],
      presidium: [post('presidiumMember')],
    }
  },
  parties: {
    groupMember: 'listed',
    voter: 'listed',
    groupLeader: 'listed',
    congressOffice: 'listed',
    presidium: 'listed',
  },
  gates: ({ state, awaited }) => ({
    ballotRuns: state === 'open',
    everybodyVoted: awaited === 0,
  }),
  effects: {},
  words: ({ subject, no }) => ({ subject, ...(no === null ? {} : { no }) }),
  page: (_, townId, id) => matterPage('groupBallot', townId, id),
})
