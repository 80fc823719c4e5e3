import type { Register } from '../../../shared/grammar/register'
import { contactVoters } from '../../../shared/registers/contact-voters'
import { goodDeeds } from '../../../shared/registers/good-deeds'
import { visits } from '../../../shared/registers/visits'
import { newId } from '../../../server/database/id'
import type { TestTown } from '../town'
import type { Question, Row } from './foreign-row'

/** The ids that what deputies note of visits and deeds may carry. */
export function rowsOfRecords(begun: () => { town: TestTown; elsewhere: TestTown }): readonly Row[] {
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
  return Object.entries(forms).flatMap(([name, [{ endpoints }, form]]): Row[] => {
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
    ]
  })
}

/** Something is different, so that there is something to keep. */
const renamed = (name: string) =>
  name === 'contactVoters' ? { note: newId().slice(0, 6) } : { result: newId().slice(0, 6) }
