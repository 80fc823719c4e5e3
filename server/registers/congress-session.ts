import {
  type CongressSessionDays,
  contradictionAmong,
  spokenSession,
} from '../../shared/registers/congress-sessions'
import type { Values } from '../../shared/grammar/register'
import { Refusal, wrongField } from '../../shared/words/refusals'
import type { Keeping } from '../engine/registers/kept-register'
import { countsOfSessions } from '../features/congress-sessions/queries'

const daysOf = (values: Values) => values as unknown as CongressSessionDays
const isSame = (one: CongressSessionDays, other: CongressSessionDays) =>
  one.termNo === other.termNo && one.sessionNo === other.sessionNo

export const congressSession: Keeping = {
  check(_, { values, others }) {
    const session = daysOf(values)
    const ended = others.find((one) => one.endedOn !== null && isSame(daysOf(one.values), session))
    if (ended)
      throw wrongField('sessionNo', `${spokenSession(session)}登记过，后来作废了，请在“已作废”里恢复它。`)
    const running = others.filter(({ endedOn }) => endedOn === null).map(({ values: one }) => daysOf(one))
    const contradiction = contradictionAmong(running, session)
    if (contradiction) throw wrongField(contradiction.field, contradiction.sentence)
  },
  /** Numbers that were given are on paper. */
  async mayEnd(tx, { id }, _, townId) {
    const counts = (await countsOfSessions(tx, townId, [id])).get(id)
    const given = Number(counts?.inSession ?? 0) + Number(counts?.interSession ?? 0)
    if (given > 0)
      throw new Refusal(
        'bad_input',
        {},
        `已经有 ${given} 件建议按这次会议编了号，不能作废。日期不对可以更正。`,
      )
  },
  counts: countsOfSessions,
}
