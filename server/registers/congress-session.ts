import {
  type CongressSessionDays,
  contradictionAmong,
  spokenSession,
} from '../../shared/registers/congress-sessions'
import type { Values } from '../../shared/grammar/register'
import { Refusal, wrongField } from '../../shared/words/refusals'
import type { Keeping } from '../engine/registers/kept-register'
import type { Tx } from '../database/source'
import { electedFor } from '../features/term/elected'
import { countsOfSessions } from '../features/congress-sessions/queries'

const daysOf = (values: Values) => values as unknown as CongressSessionDays
const isSame = (one: CongressSessionDays, other: CongressSessionDays) =>
  one.termNo === other.termNo && one.sessionNo === other.sessionNo

export const congressSession: Keeping = {
  async check(tx, { townId, before, values, others }) {
    const session = daysOf(values)
    if (before !== null && daysOf(before.values).openedOn !== session.openedOn)
      await mayMove(tx, townId, session)
    const ended = others.find((one) => one.endedOn !== null && isSame(daysOf(one.values), session))
    if (ended)
      throw wrongField('sessionNo', `${spokenSession(session)}登记过，后来作废了，请在“已作废”里恢复它。`)
    const running = others.filter(({ endedOn }) => endedOn === null).map(({ values: one }) => daysOf(one))
    const contradiction = contradictionAmong(running, session)
    if (contradiction) throw wrongField(contradiction.field, contradiction.sentence)
  },
  /** Numbers that were given are on paper. */
  async mayEnd(tx, { id, values }, _, townId) {
    const session = daysOf(values)
    if (session.sessionNo === 1) {
      const { waiting, begun } = await electedFor(tx, townId, session.termNo)
      if (waiting + begun > 0)
        throw new Refusal(
          'bad_input',
          {},
          begun > 0
            ? `第${session.termNo}届代表已经从这次会议起就任，不能作废。`
            : `有 ${waiting} 位新一届代表等着在这次会议就任，不能作废。会议改期，请改开会日期。`,
        )
    }
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

/** With the day of a first session a term has begun. */
async function mayMove(tx: Tx, townId: string, { termNo, sessionNo }: CongressSessionDays) {
  if (sessionNo !== 1 || (await electedFor(tx, townId, termNo)).begun === 0) return
  throw wrongField('openedOn', `第${termNo}届代表已经从原来那天起就任，开会日期不能再改。`)
}
