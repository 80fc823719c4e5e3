import { askUnit, unitLineSteps } from '../../../shared/matters/unit-line/endpoints'
import type { TestServer } from '../server'
import type { TestTown } from '../town'
import type { Row } from './foreign-row'
import { newUnitLine, putUnitLine } from './stories/unit-line'

/** A deputy asks units and about villages of the own town alone. */
export function rowsOfUnitLines(
  begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown },
): readonly Row[] {
  const asked = async () => {
    const { town } = begun()
    const input = { unitId: town.unitId, subject: '路灯', text: '什么时候修？', villageId: town.village }
    return Promise.resolve({ endpoint: askUnit, params: { town: town.id }, person: town.deputy, input })
  }
  return [
    ['askUnit', ['unitId'], () => begun().elsewhere.unitId, asked],
    ['askUnit', ['villageId'], () => begun().elsewhere.village, asked],
    [
      'unitLineSteps.sendOn',
      ['form', 'unitId'],
      () => begun().elsewhere.coUnitId,
      async () => {
        const { town } = begun()
        const params = { town: town.id, id: await newUnitLine(town) }
        await putUnitLine(begun().server, town, params.id, 'notTheirs')
        const input = { version: 0, form: { unitId: town.coUnitId } }
        return { endpoint: unitLineSteps.sendOn, params, person: town.office, input }
      },
    ],
  ]
}
