import { deliberationSummarySteps } from '../../../shared/matters/deliberation-summary/endpoints'
import { meetingSteps } from '../../../shared/matters/meeting/endpoints'
import { addGroup } from '../group'
import type { TestServer } from '../server'
import type { TestTown } from '../town'
import type { Question, Row } from './foreign-row'
import { bodyForms, newBodyMeeting } from './stories/body-meeting'
import { newSummary, summaryForms } from './stories/deliberation-summary'
import { groupOf } from './stories/meeting'

/** What was said at a meeting is of that meeting, and is answered by units of the own town. */
export function rowsOfSummaries(
  begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown },
): readonly Row[] {
  const elsewhere = async () => newSummary(begun().server, begun().elsewhere)
  const unit = () => begun().elsewhere.unitId
  const stepOf =
    (action: keyof ReturnType<typeof summaryForms>, far: Parameters<typeof newSummary>[2] = {}) =>
    async (): Promise<Question> => {
      const { server, town } = begun()
      const made = await newSummary(server, town, far)
      const person = { handOver: town.presidium, sendBack: town.presidium, answer: town.unit }
      return {
        ...{ endpoint: deliberationSummarySteps[action], params: { town: town.id, id: made.id } },
        person: person[action as keyof typeof person] ?? town.office,
        input: { version: 0, form: summaryForms({ town }, made)[action] },
      }
    }
  const item = async () => (await elsewhere()).itemId
  const note = async () => (await elsewhere()).noteId
  const grouped = async (town: TestTown) => {
    const { server } = begun()
    const known = await groupOf(server, town)
    if (known) return known
    await addGroup(server, town, [town.deputy])
    return groupOf(server, town)
  }
  const noted = (more: () => Promise<object> | object) => async (): Promise<Question> => {
    const { server, town } = begun()
    const { id, itemId } = await newBodyMeeting(server, town, { state: 'open' })
    const form = { ...bodyForms({ town }, itemId).noteDeliberation, ...(await more()) }
    return {
      ...{ endpoint: meetingSteps.noteDeliberation, params: { town: town.id, id }, person: town.office },
      input: { version: 0, form },
    }
  }
  return [
    ['deliberationSummarySteps.gather', ['form', 'noteIds', '0'], note, stepOf('gather')],
    ['deliberationSummarySteps.gather', ['form', 'unitId'], unit, stepOf('gather')],
    ['deliberationSummarySteps.leaveOut', ['form', 'noteIds', '0'], note, stepOf('leaveOut')],
    ['deliberationSummarySteps.takeApart', ['form', 'itemId'], item, stepOf('takeApart')],
    ['deliberationSummarySteps.handOver', ['form', 'unitId'], unit, stepOf('handOver', { sorted: true })],
    ['deliberationSummarySteps.answer', ['form', 'itemId'], item, stepOf('answer', { state: 'handedOver' })],
    [
      'deliberationSummarySteps.answerByWord',
      ['form', 'itemId'],
      item,
      stepOf('answerByWord', { state: 'handedOver' }),
    ],
    [
      'deliberationSummarySteps.sendBack',
      ['form', 'itemIds', '0'],
      item,
      stepOf('sendBack', { state: 'answered' }),
    ],
    [
      'meetingSteps.noteDeliberation',
      ['form', 'agendaItemId'],
      async () => (await newBodyMeeting(begun().server, begun().elsewhere, { state: 'open' })).itemId,
      noted(() => ({})),
    ],
    [
      'meetingSteps.noteDeliberation',
      ['form', 'groupId'],
      () => grouped(begun().elsewhere),
      noted(async () => ({ groupId: await grouped(begun().town) })),
    ],
    [
      'meetingSteps.noteDeliberation',
      ['form', 'speakerId'],
      () => begun().elsewhere.deputy.id,
      noted(() => ({ speakerId: begun().town.presidium.id })),
    ],
  ]
}
