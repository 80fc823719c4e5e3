import { groupQuestionSteps } from '../../../shared/matters/group-question/endpoints'
import { meetingSteps } from '../../../shared/matters/meeting/endpoints'
import type { TestServer } from '../server'
import type { TestTown } from '../town'
import type { Question, Row } from './foreign-row'
import { bodyForms, newBodyMeeting } from './stories/body-meeting'
import { groupQuestionForms, newGroupQuestion } from './stories/group-question'
import { newResolution } from './stories/resolution'

/** What a meeting gives to somebody, and what groups are asked, is of its own town. */
export function rowsOfResolutions(
  begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown },
): readonly Row[] {
  const assigned = async (): Promise<Question> => {
    const { server, town } = begun()
    const { id, itemId } = await newBodyMeeting(server, town, { state: 'open' })
    const { assign } = bodyForms({ town }, itemId)
    return {
      ...{ endpoint: meetingSteps.assign, params: { town: town.id, id }, person: town.office },
      input: { version: 0, form: assign },
    }
  }
  const followed = (['closeResolution', 'keepResolution', 'dropResolution'] as const).map((action): Row => [
    `meetingSteps.${action}`,
    ['form', 'resolutionId'],
    () => newResolution(begun().server, begun().elsewhere),
    async () => {
      const { server, town } = begun()
      const { id, itemId, resolutionId } = await newBodyMeeting(server, town, {
        state: 'open',
        followsUp: true,
      })
      return {
        ...{ endpoint: meetingSteps[action], params: { town: town.id, id }, person: town.office },
        input: { version: 0, form: bodyForms({ town }, itemId, resolutionId)[action] },
      }
    },
  ])
  const answered = async (): Promise<Question> => {
    const { server, town } = begun()
    const { id, groupId } = await newGroupQuestion(server, town)
    return {
      ...{ endpoint: groupQuestionSteps.answerForGroup, params: { town: town.id, id }, person: town.office },
      input: { version: 0, form: groupQuestionForms(groupId).answerForGroup },
    }
  }
  return [
    ...followed,
    [
      'groupQuestionSteps.answerForGroup',
      ['form', 'groupId'],
      async () => (await newGroupQuestion(begun().server, begun().elsewhere)).groupId,
      answered,
    ],
    [
      'meetingSteps.assign',
      ['form', 'agendaItemId'],
      async () => (await newBodyMeeting(begun().server, begun().elsewhere, { state: 'open' })).itemId,
      assigned,
    ],
    ['meetingSteps.assign', ['form', 'unitId'], () => begun().elsewhere.unitId, assigned],
    [
      'meetingSteps.assign',
      ['form', 'personId'],
      () => begun().elsewhere.presidium.id,
      async () => {
        const asked = await assigned()
        const { form, ...input } = asked.input as { version: number; form: { unitId?: string } }
        const { unitId: _, ...rest } = form
        return { ...asked, input: { ...input, form: { ...rest, personId: begun().town.presidium.id } } }
      },
    ],
  ]
}
