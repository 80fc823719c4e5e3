import type * as z from 'zod/mini'
import type { meetingActions } from '../../../shared/matters/meeting/table'
import { beijingDay } from '../../../shared/rules/days'
import { electionLinesIn, isFilled, spokenElection } from '../../../shared/rules/elections'
import { wrongField } from '../../../shared/words/refusals'
import { AgendaItem } from '../../database/entities/matters/agenda-item'
import { ElectionResult } from '../../database/entities/matters/election-result'
import { newId } from '../../database/id'
import { personIdOf } from '../../engine/begin'
import type { StepOf } from '../../engine/kind'
import { itemOf, outcomeOfVote } from './agenda-item'
import { hallOf } from './hall'
import type { MeetingRecord } from './record'

/**
 * 选举，记结果: as tellers have counted it. The item is done when every seat is filled; a tie is voted on again, and what
 * cannot be filled is put off.
 * @throws Refusal `bad_input` where figures cannot be right
 */
export async function countElection({ tx, record, form, asker, now }: StepOf<MeetingRecord>) {
  const { agendaItemId, office, seats, issued, returned, valid, candidates } = form as z.output<
    (typeof meetingActions)['countElection']['input']
  >
  const item = itemOf(record, agendaItemId)
  const { inOffice, present, isPresidium } = hallOf(record, beijingDay(now))
  if (seats === 0) throw wrongField('seats', '应选几名至少填 1。')
  if (issued > present) throw wrongField('issued', `发出 ${issued} 张，到会只有 ${present} 人，请核对。`)
  if (valid > returned) throw wrongField('valid', `有效票 ${valid} 张，收回只有 ${returned} 张，请核对。`)
  const lines = electionLinesIn(candidates, valid)
  if (typeof lines === 'string') throw wrongField('candidates', lines)
  const ballots = { inOffice, seats, issued, returned, valid, lines }
  await tx.insert(ElectionResult, {
    ...{ id: newId(), meetingId: record.id, agendaItemId, office, seats, inOffice, present },
    ...{ issued, returned, valid, counted: JSON.stringify(lines) },
    ...{ notedAt: now, notedById: personIdOf(asker) },
  })
  if (isFilled(ballots)) await tx.update(AgendaItem, { id: item.id }, { outcome: outcomeOfVote(item) })
  const said = spokenElection({ ...ballots, ...(isPresidium ? { isPresidium } : {}) })
  return { reason: [item.title, `${office}：${said}`].join('：') }
}
