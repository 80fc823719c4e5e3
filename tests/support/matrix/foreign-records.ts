import type { Register } from '../../../shared/grammar/register'
import { contactEntries } from '../../../shared/registers/contact-entries'
import { contactLinks } from '../../../shared/registers/contact-links'
import { contactVoters } from '../../../shared/registers/contact-voters'
import { goodDeeds } from '../../../shared/registers/good-deeds'
import { recordDutyFor } from '../../../shared/matters/duty-record/endpoints'
import { visits } from '../../../shared/registers/visits'
import { newId } from '../../../server/database/id'
import { addStaff, type TestTown } from '../town'
import type { TestServer } from '../server'
import type { Question, Row } from './foreign-row'
import { newArea } from './new-area'
import { course } from './stories/duty-record'

/** The ids that what deputies note of visits and deeds may carry. */
export function rowsOfRecords(
  begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown },
): readonly Row[] {
  const own = () => ({ deputyId: begun().town.deputy.id, villageId: begun().town.village })
  const forms: Readonly<Record<string, readonly [Register, () => object]>> = {
    visits: [
      visits as unknown as Register,
      () => ({ ...own(), visitedOn: '2026-11-20', visitKind: 'talk', persons: newId().charCodeAt(0) }),
    ],
    goodDeeds: [
      goodDeeds as unknown as Register,
      () => ({ ...own(), deedKind: 'deed', title: `接水 ${newId().slice(0, 6)}`, doneOn: '2026-11-20' }),
    ],
    contactVoters: [
      contactVoters as unknown as Register,
      () => ({ ...own(), name: `吴${newId().slice(0, 6)}` }),
    ],
  }
  const deputy = () => begun().elsewhere.deputy.id
  const village = () => begun().elsewhere.village
  const params = () => ({ town: begun().town.id })
  const elsewhere = () => newArea(begun().elsewhere)
  const inAnArea = (['visits', 'goodDeeds', 'contactVoters'] as const).flatMap((name): Row[] => {
    const [{ endpoints }, formOf] = forms[name] as (typeof forms)[string]
    const there = async () => ({ ...formOf(), areaId: await newArea(begun().town) })
    return [
      [
        `${name}.add`,
        ['areaId'],
        elsewhere,
        async () => ({
          ...{ endpoint: endpoints.add, params: params(), person: begun().town.office },
          input: await there(),
        }),
      ],
      [
        `${name}.change`,
        ['form', 'areaId'],
        elsewhere,
        async () => {
          const { client } = begun().town.office
          const { areaId, ...form } = await there()
          const { id } = await client.call(endpoints.add, { params: params(), input: form })
          return {
            ...{ endpoint: endpoints.change, params: { ...params(), id }, person: begun().town.office },
            input: { version: 0, form: { ...form, areaId } },
          }
        },
      ],
    ]
  })
  const ofDeputies = Object.entries(forms).flatMap(([name, [{ endpoints }, form]]): Row[] => {
    const params = () => ({ town: begun().town.id })
    const add = (): Promise<Question> =>
      Promise.resolve({
        ...{ endpoint: endpoints.add, params: params(), person: begun().town.office },
        input: form(),
      })
    const change = async (): Promise<Question> => {
      const { client } = begun().town.office
      const { villageId: _, ...first } = form() as { villageId: string }
      const start = name === 'contactVoters' ? form() : first
      const { id } = await client.call(endpoints.add, { params: params(), input: start })
      const input = { version: 0, form: { ...form(), ...first } }
      return {
        ...{ endpoint: endpoints.change, params: { ...params(), id }, person: begun().town.office },
        input: { ...input, form: { ...input.form, villageId: begun().town.village, ...renamed(name) } },
      }
    }
    return [
      [`${name}.add`, ['deputyId'], deputy, add],
      [`${name}.add`, ['villageId'], village, add],
      [`${name}.change`, ['form', 'villageId'], village, change],
      ...(name === 'visits' ? inAnArea : []),
    ]
  })
  const byWord: Row = [
    'recordDutyFor',
    ['deputyId'],
    () => begun().elsewhere.deputy.id,
    () =>
      Promise.resolve({
        ...{ endpoint: recordDutyFor, params: { town: begun().town.id }, person: begun().town.office },
        input: { ...course, deputyId: begun().town.deputy.id, spokeHow: 'phone' },
      }),
  ]
  return [...ofDeputies, byWord, ...rowsOfContacts(begun)]
}

/** Something is different, so that there is something to keep. */
const renamed = (name: string) =>
  name === 'contactVoters' ? { note: newId().slice(0, 6) } : { result: newId().slice(0, 6) }

/** Those of who keeps in touch with whom. */
function rowsOfContacts(
  begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown },
): readonly Row[] {
  const groupOf = async ({ id: townId }: TestTown) => {
    const id = newId()
    await begun().server.database.source.query(
      'INSERT INTO deputy_group (id, town_id, name, position) VALUES (?, ?, ?, 1)',
      [id, townId, `小组${id.slice(0, 6)}`],
    )
    return id
  }
  // Nobody has two arrangements.
  const member = () =>
    addStaff(begun().server, begun().town.id, { name: '邱文礼', kind: 'presidiumMember', bound: false })
  const common = async () => ({
    personId: await member(),
    deputyIds: [begun().town.deputy.id],
    deputyGroupId: await groupOf(begun().town),
  })
  const forms: Readonly<Record<string, readonly [Register, object]>> = {
    contactLinks: [contactLinks as unknown as Register, { contactKind: 'presidium' }],
    contactEntries: [
      contactEntries as unknown as Register,
      { contactedOn: '2026-11-20', contactWay: 'talk' },
    ],
  }
  const group = () => groupOf(begun().elsewhere)
  const deputy = () => begun().elsewhere.deputy.id
  const person = () => begun().elsewhere.presidium.id
  return Object.entries(forms).flatMap(([name, [{ endpoints }, more]]): Row[] => {
    const params = () => ({ town: begun().town.id })
    const office = () => begun().town.office
    const add = async (): Promise<Question> => ({
      ...{ endpoint: endpoints.add, params: params(), person: office() },
      input: { ...more, ...(await common()) },
    })
    const change = async (): Promise<Question> => {
      const first = { ...more, personId: await member(), deputyIds: [begun().town.otherDeputy.id] }
      const { id } = await office().client.call(endpoints.add, { params: params(), input: first })
      return {
        ...{ endpoint: endpoints.change, params: { ...params(), id }, person: office() },
        input: { version: 0, form: { ...more, ...(await common()) } },
      }
    }
    return [
      [`${name}.add`, ['personId'], person, add],
      [`${name}.add`, ['deputyIds', '0'], deputy, add],
      [`${name}.add`, ['deputyGroupId'], group, add],
      [`${name}.change`, ['form', 'deputyIds', '0'], deputy, change],
      [`${name}.change`, ['form', 'deputyGroupId'], group, change],
      ...(name === 'contactLinks'
        ? [[`${name}.change`, ['form', 'personId'], person, change] satisfies Row]
        : []),
    ]
  })
}
