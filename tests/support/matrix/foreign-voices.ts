import { act } from '../../../server/engine/act'
import { systemOf } from '../../../server/engine/kind'
import { kind } from '../../../server/matters/opinion/kind'
import { noteReading } from '../../../shared/api/aloud'
import { opinionSteps, showOpinion, writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { recordVoice } from '../../../shared/matters/opinion/voice-endpoints'
import { bring } from '../bring'
import { petitionSteps, showPetition } from '../../../shared/matters/petition/endpoints'
import { uploadedFile } from '../files'
import type { TestServer } from '../server'
import { voice } from '../suggestion'
import type { TestTown } from '../town'
import type { Row } from './foreign-row'
import { newArea } from './new-area'
import { clerkOf, newPetition } from './stories/petition'
import { rowsOfUnitLines } from './foreign-unit-lines'

/** The paper of another town stands beside nothing that is typed in this one. */
export function rowsOfVoices(
  begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown },
): readonly Row[] {
  const file = (of: TestTown) => uploadedFile(begun().server, of, of.office)
  const params = (id: string) => ({ town: begun().town.id, id })
  const versionOf = async (id: string) =>
    (await begun().town.office.client.call(showOpinion, { params: params(id) })).version
  let count = 0
  const recorded = async (more: object = {}) => {
    const { town } = begun()
    const text = `桥栏断了，第 ${String((count += 1))} 处。`
    const input = { ...voice, text, deputyId: town.deputy.id, files: [await file(town)], ...more }
    return { endpoint: recordVoice, params: { town: town.id }, person: town.office, input }
  }
  const said = { spokeHow: 'phone', spokeOn: '2026-11-23' }
  const called = () => heard({ callTime: 'any', phone: '13900000000' })
  async function heard(more: object = {}) {
    const { town, server } = begun()
    const { params: at, input } = await recorded(more)
    const { id } = await town.office.client.call(recordVoice, { params: at, input })
    await server.run('checkOpinions')
    return id
  }
  async function ended() {
    const { town, server } = begun()
    const id = await heard()
    const input = { version: await versionOf(id), form: { explanation: '修好了。' } }
    await town.deputy.client.call(opinionSteps.close, { params: params(id), input })
    await server.run('checkOpinions')
    return id
  }
  async function followedUp() {
    const { town, server } = begun()
    const id = await ended()
    await server.database.transaction(async (tx) => {
      await tx.query("UPDATE resident_opinion SET ended_on = '2026-01-05' WHERE id = ?", [id])
      await act(tx, kind, systemOf(town.id), id, 'askWhetherSolved', { form: {} }, server.clock.now())
    })
    return id
  }
  async function petitioned(step: 'refer' | 'handToClerk', form: object, aboutOffice?: true) {
    const { town } = begun()
    const person = aboutOffice ? town.presidium : town.office
    const id = await newPetition(town, town.villager, aboutOffice ? { aboutOffice } : {})
    const { version } = await person.client.call(showPetition, { params: params(id) })
    return { endpoint: petitionSteps[step], params: params(id), person, input: { version, form } }
  }
  const steps = [
    ['answerByWord', heard, { text: '我去看了。' }],
    ['calledByWord', called, { outcome: 'noAnswer', on: '2026-11-23' }],
    ['closeByWord', heard, { explanation: '修好了。' }],
    ['writeByWord', heard, { text: '还有一处。' }],
    ['notSolvedByWord', ended, { text: '又断了。' }],
    ['rateByWord', ended, { rating: 'satisfied' }],
    ['saySolvedByWord', followedUp, {}],
    ['stopAskingByWord', followedUp, {}],
  ] as const
  return [
    ['recordVoice', ['files', '0'], () => file(begun().elsewhere), () => recorded()],
    ...rowsOfUnitLines(begun),
    [
      'opinionSteps.split',
      ['form', 'deputyId'],
      () => begun().elsewhere.deputy.id,
      async () => {
        const { town } = begun()
        const id = await heard()
        const input = {
          version: await versionOf(id),
          form: { text: '水管漏水。', deputyId: town.coSigner.id },
        }
        return { endpoint: opinionSteps.split, params: params(id), person: town.office, input }
      },
    ],
    [
      'petitionSteps.refer',
      ['form', 'unitId'],
      () => begun().elsewhere.unitId,
      () => petitioned('refer', { office: 'discipline', where: '镇纪委', unitId: begun().town.unitId }),
    ],
    [
      'petitionSteps.handToClerk',
      ['form', 'personId'],
      () => clerkOf(begun().elsewhere, begun().elsewhere.office),
      async () =>
        petitioned('handToClerk', { personId: await clerkOf(begun().town, begun().town.office) }, true),
    ],
    [
      'noteReading',
      ['villageId'],
      () => begun().elsewhere.village,
      async () => {
        const { server, town } = begun()
        const input = { how: 'loudspeaker', readOn: '2026-11-23', by: '赵支书', villageId: town.village }
        const at = { town: town.id, id: await bring(server, town, 'closed') }
        return { endpoint: noteReading, params: at, person: town.office, input }
      },
    ],
    [
      'writeOpinion',
      ['areaId'],
      () => newArea(begun().elsewhere),
      async () => {
        const { town } = begun()
        const text = `栏杆松了，第 ${String((count += 1))} 处。`
        const input = {
          ...{ deputyId: town.deputy.id, kind: 'report', text, villageId: town.village },
          areaId: await newArea(town),
        }
        return { endpoint: writeOpinion, params: { town: town.id }, person: town.villager, input }
      },
    ],
    ...steps.map(([action, begin, form]): Row => [
      `opinionSteps.${action}`,
      ['form', 'files', '0'],
      () => file(begun().elsewhere),
      async () => {
        const { town } = begun()
        const id = await begin()
        const files = [await file(town)]
        const input = { version: await versionOf(id), form: { ...said, ...form, files } }
        return { endpoint: opinionSteps[action], params: params(id), person: town.office, input }
      },
    ]),
  ]
}
