import { showSummary, deliberationSummarySteps } from '../../shared/matters/deliberation-summary/endpoints'
import type { NoteKind } from '../../shared/matters/deliberation-summary/words'
import { meetingSteps, showMeetingMatter } from '../../shared/matters/meeting/endpoints'
import type { TestServer } from './server'
import type { TestPerson, TestTown } from './town'

interface Said {
  text: string
  noteKind?: NoteKind
  groupId?: string
  speakerId?: string
}

/** What is said at a meeting, and what becomes of it. */
export function deliberationIn(server: TestServer, town: TestTown) {
  const params = { town: town.id }
  const see = (id: string, { client }: TestPerson = town.office) =>
    client.call(showSummary, { params: { ...params, id } })
  async function asked(
    id: string,
    action: keyof typeof deliberationSummarySteps,
    form: object,
    by: TestPerson,
  ) {
    const { version } = await see(id, by)
    server.clock.advance({ minutes: 1 })
    const answer = await by.client.ask(
      deliberationSummarySteps[action] as (typeof deliberationSummarySteps)['dropAll'],
      {
        params: { ...params, id },
        input: { version, form: form as { reason: string } },
      },
    )
    return { code: undefined, message: undefined, fields: undefined, ...answer }
  }
  async function step(
    id: string,
    action: keyof typeof deliberationSummarySteps,
    form: object,
    by: TestPerson,
  ) {
    const { code, message, fields } = await asked(id, action, form, by)
    if (code !== undefined) throw new Error(`${action}: ${message} ${JSON.stringify(fields)}`)
  }
  /** As the clerk types it, one after another. */
  async function note(meetingId: string, agendaItemId: string, all: readonly Said[]) {
    const at = { ...params, id: meetingId }
    let { version } = await town.office.client.call(showMeetingMatter, { params: at })
    for (const { noteKind = 'opinion', ...said } of all) {
      server.clock.advance({ seconds: 20 })
      const form = { agendaItemId, noteKind, ...said }
      await town.office.client.call(meetingSteps.noteDeliberation, {
        params: at,
        input: { version, form },
      })
      version += 1
    }
  }
  return { see, asked, step, note }
}
