import { planReceptions, receptionSteps, showReception } from '../../../../shared/matters/reception/endpoints'
import { receptionTable } from '../../../../shared/matters/reception/table'
import { refresh } from '../../../../server/engine/refresh'
import { addDays, beijingDay } from '../../../../shared/rules/days'
import type { TestServer } from '../../server'
import type { TestTown } from '../../town'
import { type Peopled, type Who, working } from '../people'
import type { Matter, Story } from '../story'

/** Many days, the first of them today; the one deputy of the station sits on all of them. */
export async function planMany(server: TestServer, town: TestTown): Promise<string[]> {
  const today = beijingDay(server.clock.now())
  await server.database.transaction(async (tx) => {
    await tx.query("UPDATE liaison_station SET reception_days = '逢单；逢双' WHERE id = ?", [town.station])
    await tx.query('DELETE FROM station_deputy WHERE liaison_station_id = ? AND person_id = ?', [
      ...[town.station, town.coSigner.id],
    ])
  })
  // Whoever sits somewhere that day is on no other roster.
  const [last] = await server.database.reader.query<{ on: string | null }[]>(
    'SELECT MAX(rule_on) AS `on` FROM reception WHERE town_id = ?',
    [town.id],
  )
  const from = last?.on ? addDays(last.on, 1) : today
  const { planned } = await town.office.client.call(planReceptions, {
    params: { town: town.id },
    input: { stationId: town.station, from, to: addDays(from, 7), each: '1' },
  })
  await server.database.transaction((tx) =>
    tx.query('INSERT INTO station_deputy (liaison_station_id, person_id, position) VALUES (?, ?, 9)', [
      ...[town.station, town.coSigner.id],
    ]),
  )
  return planned.map(({ id }) => id)
}

/** Its day has come, and it stands so. */
export const putReception = (server: TestServer, town: TestTown, id: string, state: string) =>
  server.database.transaction(async (tx) => {
    const today = beijingDay(server.clock.now())
    await tx.query('UPDATE reception SET held_on = ? WHERE id = ?', [today, id])
    await tx.query('UPDATE matter SET state = ? WHERE id = ?', [state, id])
    await refresh(tx, receptionTable.kind, town.id, id, server.clock.now())
  })

const asked = ', a swap is asked for'

async function live(server: TestServer, { town }: Peopled): Promise<Matter[]> {
  const ids = await planMany(server, town)
  const states = ['planned', 'planned', 'short', 'held', 'empty', 'calledOff']
  const matters: Matter[] = []
  for (const [at, state] of states.entries()) {
    const id = ids[at] ?? ''
    await putReception(server, town, id, state)
    matters.push({ id, state, name: at === 0 ? state + asked : state, version: 0 })
  }
  const [first] = matters
  if (first) {
    const form = { standInId: town.coSigner.id, reason: '开会' }
    await town.deputy.client.call(receptionSteps.askSwap, {
      params: { town: town.id, id: first.id },
      input: { version: 0, form },
    })
    first.version = 1
  }
  return matters
}

function standing(who: Who, { name }: Matter) {
  if (who === 'deputy') return ['sitter']
  if (who === 'office') return ['congressOffice']
  if (who === 'coSigner' && name.endsWith(asked)) return ['standIn']
  return (working as readonly Who[]).includes(who) ? 'not_found' : 'not_allowed'
}

const waitForSwap = ['askSwap', 'beAway', 'replace', 'move', 'callOff']

export const receptionStory: Story = {
  table: receptionTable,
  steps: receptionSteps,
  show: showReception,
  live,
  standing,
  shut(action, { name }) {
    if (name.endsWith(asked)) return waitForSwap.includes(action) ? 'answers_missing' : undefined
    if (action === 'answerSwap') return 'answer_not_wanted'
    return action === 'dropSwap' ? 'no_open_question' : undefined
  },
  form: ({ town }, action) =>
    ({
      receive: { said: '路灯坏了。', how: 'answered', answer: '明天就修。' },
      close: { came: 'nobody' },
      answerSwap: { agrees: 'no' },
      dropSwap: { reason: '不用了' },
      askSwap: { standInId: town.coSigner.id, reason: '开会' },
      beAway: { reason: '开会' },
      replace: { inId: town.coSigner.id, reason: '开会' },
      move: { heldOn: '2027-03-01', reason: '大雨' },
      callOff: { reason: '大雨' },
      callRoll: { satIds: [town.deputy.id] },
    })[action] ?? {},
  facts: () => ({ others: 'none' }),
}
