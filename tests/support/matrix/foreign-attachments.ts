import { findAlike } from '../../../shared/matters/suggestion/follow'
import { findWhom } from '../../../shared/matters/opinion/whom'
import { opinionSteps, showOpinion, writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { visits } from '../../../shared/registers/visits'
import { recordings, sendAttachment } from '../attachments'
import type { TestServer } from '../server'
import type { TestTown } from '../town'
import type { Row } from './foreign-row'

type Author = 'villager' | 'deputy'

/** What stands beside a message of another town stands beside none of this one. */
export function rowsOfAttachments(
  begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown },
): readonly Row[] {
  const ways = {
    voice: async (of: TestTown, by: Author) =>
      (await sendAttachment(begun().server, of, { by: of[by], file: recordings.mp3, seconds: 5 })).id,
    photos: async (of: TestTown, by: Author) => (await sendAttachment(begun().server, of, { by: of[by] })).id,
  }
  const fields = ['voice', 'photos'] as const
  const at = (field: (typeof fields)[number]) => (field === 'voice' ? ['voice'] : ['photos', '0'])
  const carrying = (field: (typeof fields)[number], id: string) => ({
    text: '桥栏断了。',
    [field]: field === 'voice' ? id : [id],
  })
  let count = 0
  const written = (of: TestTown) => ({
    deputyId: of.deputy.id,
    kind: 'report' as const,
    text: `桥栏断了，第 ${String((count += 1))} 根。`,
    again: true as const,
  })
  const called = { call: { when: 'any' as const }, phone: '13900000000' }
  async function heard(more: object = {}) {
    const { server, town } = begun()
    const params = { town: town.id }
    const { id } = await town.villager.client.call(writeOpinion, {
      params,
      input: { ...written(town), ...more },
    })
    await server.run('checkOpinions')
    return id
  }
  /** A village of another town leads to nobody, and to nothing that goes on there. */
  const asked = [
    ['findWhom', findWhom],
    ['findAlike', findAlike],
  ] as const
  const villages = asked.map(([name, endpoint]): Row => [
    name,
    ['villageId'],
    () => Promise.resolve(begun().elsewhere.village),
    () => {
      const { town } = begun()
      const input = { villageId: town.village, text: '桥栏断了。' }
      return Promise.resolve({ endpoint, params: { town: town.id }, person: town.villager, input })
    },
  ])
  const spokenOfVisits = (): Row[] => {
    const visit = () => ({ visitedOn: '2026-11-20', visitKind: 'talk', persons: `${(count += 1)}` })
    const mine = () => ways.voice(begun().town, 'deputy')
    const theirs = () => ways.voice(begun().elsewhere, 'deputy')
    const { add, change } = visits.endpoints
    return [
      [
        'visits.add',
        ['voice'],
        theirs,
        async () => {
          const { town } = begun()
          const input = { ...visit(), voice: await mine() }
          return { endpoint: add, params: { town: town.id }, person: town.deputy, input }
        },
      ],
      [
        'visits.change',
        ['form', 'voice'],
        theirs,
        async () => {
          const { town } = begun()
          const params = { town: town.id }
          const { id } = await town.deputy.client.call(add, { params, input: visit() })
          const input = { version: 0, form: { ...visit(), voice: await mine() } }
          return { endpoint: change, params: { ...params, id }, person: town.deputy, input }
        },
      ],
    ]
  }
  /** What is taken along from a message stands beside that one. */
  const moved = (['split', 'toPetition'] as const).map((action): Row => [
    `opinionSteps.${action}`,
    ['form', 'besideIds', '0'],
    () => ways.photos(begun().elsewhere, 'villager'),
    async () => {
      const { town } = begun()
      const photo = await ways.photos(town, 'villager')
      const params = { town: town.id, id: await heard({ photos: [photo] }) }
      const { version } = await town.office.client.call(showOpinion, { params })
      const part = '桥栏断了一根。'
      const form =
        action === 'split'
          ? { text: part, besideIds: [photo] }
          : { kind: 'petition', extent: 'part', part, besideIds: [photo] }
      return { endpoint: opinionSteps[action], params, person: town.office, input: { version, form } }
    },
  ])
  const carried = fields.flatMap((field): Row[] => [
    [
      'writeOpinion',
      at(field),
      () => ways[field](begun().elsewhere, 'villager'),
      async () => {
        const { town } = begun()
        const own = carrying(field, await ways[field](town, 'villager'))
        const input = { ...written(town), ...own }
        return { endpoint: writeOpinion, params: { town: town.id }, person: town.villager, input }
      },
    ],
    ...[
      ['answer', 'deputy'] as const,
      ['write', 'villager'] as const,
      ['writeBeforeCall', 'deputy'] as const,
    ].map(([action, by]): Row => [
      `opinionSteps.${action}`,
      ['form', ...at(field)],
      () => ways[field](begun().elsewhere, by),
      async () => {
        const { town } = begun()
        const params = { town: town.id, id: await heard(action === 'writeBeforeCall' ? called : {}) }
        const { version } = await town[by].client.call(showOpinion, { params })
        const form = carrying(field, await ways[field](town, by))
        return { endpoint: opinionSteps[action], params, person: town[by], input: { version, form } }
      },
    ]),
  ])
  return [...carried, ...moved, ...villages, ...spokenOfVisits()]
}
