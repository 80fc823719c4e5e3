import { dutyWarningSteps, proposeWarning } from '../../../shared/matters/duty-warning/endpoints'
import type { TestServer } from '../server'
import type { TestTown } from '../town'
import type { Row } from './foreign-row'
import { newWarning, warningForms } from './stories/duty-warning'

/** The ids that a warning may carry. */
export function rowsOfWarnings(
  begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown },
): readonly Row[] {
  return [
    [
      'proposeWarning',
      ['deputyId'],
      () => begun().elsewhere.deputy.id,
      () => {
        const { town } = begun()
        const input = {
          ...{ deputyId: town.deputy.id, facts: '2026-11-10 没有请假，缺席培训' },
          text: '请说说原因。',
        }
        return Promise.resolve({
          ...{ endpoint: proposeWarning, params: { town: town.id }, person: town.office, input },
        })
      },
    ],
    [
      'dutyWarningSteps.recordTalk',
      ['form', 'memberId'],
      () => begun().elsewhere.presidium.id,
      async () => {
        const { server, town } = begun()
        const { id } = await newWarning(server, town, 'replyWanted')
        return {
          ...{ endpoint: dutyWarningSteps.recordTalk, params: { town: town.id, id }, person: town.office },
          input: { version: 0, form: warningForms(town.presidium.id).recordTalk },
        }
      },
    ],
  ]
}
