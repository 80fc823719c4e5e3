import { mergePersons } from '../../../shared/api/people'
import { people } from '../../../shared/registers/people'
import { newId } from '../../../server/database/id'
import type { TestServer } from '../server'
import { addDeputy, type TestTown } from '../town'
import type { Question, Row } from './foreign-row'

/** The ids that what is kept of a person may carry. */
export function rowsOfPeople(
  begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown },
): readonly Row[] {
  const groupOf = async (town: TestTown) => {
    const id = newId()
    await begun().server.database.source.query(
      'INSERT INTO deputy_group (id, town_id, name, position) VALUES (?, ?, ?, 1)',
      [id, town.id, `小组${id.slice(0, 6)}`],
    )
    return id
  }
  const own = async () => ({
    name: `邱${newId().slice(0, 4)}`,
    villageId: begun().town.village,
    deputyGroupId: await groupOf(begun().town),
  })
  const ask = (question: Omit<Question, 'person'>): Question => ({ ...question, person: begun().town.office })
  const add = async () =>
    ask({ endpoint: people.endpoints.add, params: { town: begun().town.id }, input: await own() })
  const change = async () => {
    const params = { town: begun().town.id, id: await addDeputy(begun().server, begun().town.id, '邱文礼') }
    return ask({ endpoint: people.endpoints.change, params, input: { version: 0, form: await own() } })
  }
  const merge = async () => {
    const [id, otherId] = [
      await addDeputy(begun().server, begun().town.id, '邱文礼'),
      await addDeputy(begun().server, begun().town.id, '邱文礼'),
    ]
    const input = { version: 0, form: { otherId, why: '同一个人写了两遍' } }
    return ask({ endpoint: mergePersons, params: { town: begun().town.id, id }, input })
  }
  const village = () => begun().elsewhere.village
  const group = () => groupOf(begun().elsewhere)
  return [
    ['people.add', ['villageId'], village, add],
    ['people.add', ['deputyGroupId'], group, add],
    ['people.change', ['form', 'villageId'], village, change],
    ['people.change', ['form', 'deputyGroupId'], group, change],
    ['mergePersons', ['form', 'otherId'], () => begun().elsewhere.deputy.id, merge],
  ]
}
