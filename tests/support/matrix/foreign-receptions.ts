import { planReceptions, receptionSteps } from '../../../shared/matters/reception/endpoints'
import { absences } from '../../../shared/registers/absences'
import { liaisonStations } from '../../../shared/registers/liaison-stations'
import type { Endpoint } from '../../../shared/grammar/endpoint'
import { newId } from '../../../server/database/id'
import { recordings, sendAttachment } from '../attachments'
import type { TestServer } from '../server'
import type { TestPerson, TestTown } from '../town'
import { rowsOfRecords } from './foreign-records'
import type { Question, Row } from './foreign-row'
import { newArea } from './new-area'
import { planMany, putReception } from './stories/reception'

/** The ids that a roster, and what came of it, may carry. */
export function rowsOfReceptions(
  begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown },
): readonly Row[] {
  const stepOf =
    (action: keyof typeof receptionSteps, by: 'office' | 'deputy', form: () => object | Promise<object>) =>
    async (): Promise<Question> => {
      const { server, town } = begun()
      const [id = '', other = ''] = await planMany(server, town)
      await putReception(server, town, id, 'planned')
      await server.database.transaction((tx) =>
        tx.query('UPDATE reception_sitter SET person_id = ? WHERE reception_id = ?', [
          town.coSigner.id,
          other,
        ]),
      )
      const more = action === 'askSwap' ? { inReturnId: other } : {}
      const input = { version: 0, form: { ...(await form()), ...more } }
      return { endpoint: receptionSteps[action], params: { town: town.id, id }, person: town[by], input }
    }
  const plain = (endpoint: Endpoint, person: TestPerson, input: object): Promise<Question> =>
    Promise.resolve({ endpoint, params: { town: begun().town.id }, person, input })
  const deputy = () => begun().elsewhere.deputy.id
  const post = () => begun().elsewhere.presidium.id
  const message = () => ({
    ...{ said: `路灯坏了 ${newId().slice(0, 6)}`, how: 'message', kind: 'report' },
    ...{ deputyId: begun().town.deputy.id, villageId: begun().town.village },
  })
  const spoken = async (of: TestTown) =>
    (await sendAttachment(begun().server, of, { by: of.office, file: recordings.mp3, seconds: 5 })).id
  const swap = () => ({ standInId: begun().town.coSigner.id, reason: '开会' })
  const replace = () => ({
    ...{ outId: begun().town.deputy.id, inId: begun().town.coSigner.id, reason: '开会' },
  })
  const roll = () => ({ satIds: [begun().town.deputy.id] })
  const station = () => ({
    ...{ name: `活动室${newId().slice(0, 6)}`, stationKind: 'room', leaderIds: [begun().town.presidium.id] },
  })
  const changedStation = async (): Promise<Question> => {
    const { town } = begun()
    const { add, change } = liaisonStations.endpoints
    const { id } = await town.office.client.call(add, { params: { town: town.id }, input: station() })
    return {
      ...{ endpoint: change, params: { town: town.id, id }, person: town.office },
      input: { version: 0, form: station() },
    }
  }
  const roster = () => ({ stationId: begun().town.station, from: '2027-03-01', to: '2027-03-31', each: '1' })
  const absence = () => ({ personId: begun().town.deputy.id, fromOn: '2026-12-01', untilOn: '2026-12-02' })
  return [
    [
      'planReceptions',
      ['stationId'],
      () => begun().elsewhere.station,
      () => plain(planReceptions, begun().town.office, roster()),
    ],
    [
      'receptionSteps.receive',
      ['form', 'villageId'],
      () => begun().elsewhere.village,
      stepOf('receive', 'office', message),
    ],
    [
      'receptionSteps.receive',
      ['form', 'areaId'],
      () => newArea(begun().elsewhere),
      stepOf('receive', 'office', async () => ({ ...message(), areaId: await newArea(begun().town) })),
    ],
    [
      'receptionSteps.receive',
      ['form', 'voice'],
      () => spoken(begun().elsewhere),
      stepOf('receive', 'office', async () => ({ ...message(), voice: await spoken(begun().town) })),
    ],
    ['receptionSteps.receive', ['form', 'deputyId'], deputy, stepOf('receive', 'office', message)],
    ['receptionSteps.askSwap', ['form', 'standInId'], deputy, stepOf('askSwap', 'deputy', swap)],
    [
      'receptionSteps.askSwap',
      ['form', 'inReturnId'],
      async () => (await planMany(begun().server, begun().elsewhere))[0] ?? '',
      stepOf('askSwap', 'deputy', swap),
    ],
    ['receptionSteps.replace', ['form', 'outId'], deputy, stepOf('replace', 'office', replace)],
    ['receptionSteps.replace', ['form', 'inId'], deputy, stepOf('replace', 'office', replace)],
    ['receptionSteps.callRoll', ['form', 'satIds', '0'], deputy, stepOf('callRoll', 'office', roll)],
    [
      'absences.add',
      ['personId'],
      deputy,
      () => plain(absences.endpoints.add, begun().town.office, absence()),
    ],
    [
      'liaisonStations.add',
      ['leaderIds', '0'],
      post,
      () => plain(liaisonStations.endpoints.add, begun().town.office, station()),
    ],
    ['liaisonStations.change', ['form', 'leaderIds', '0'], post, changedStation],
    ...rowsOfRecords(begun),
  ]
}
