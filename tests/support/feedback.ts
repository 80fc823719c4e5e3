import { dutyReportSteps, showDutyReport } from '../../shared/matters/duty-report/endpoints'
import type { DutyReportAction } from '../../shared/matters/duty-report/table'
import type { TestServer } from './server'
import type { TestPerson, TestTown } from './town'

/** What comes after a report: the letter, the answers, and what everyone may read, as those have it who take the steps. */
export function feedbackIn(server: TestServer, town: TestTown) {
  const see = (id: string, { client }: TestPerson = town.office) =>
    client.call(showDutyReport, { params: { town: town.id, id } })

  async function asked(id: string, action: DutyReportAction, form: object = {}, by = town.office) {
    const { version } = await see(id)
    server.clock.advance({ seconds: 5 })
    const answer = await by.client.ask(dutyReportSteps[action] as typeof dutyReportSteps.respond, {
      params: { town: town.id, id },
      input: { version, form: form as { opinionId: string; answer: string } },
    })
    return { code: undefined, message: undefined, fields: undefined, ...answer }
  }

  async function step(id: string, action: DutyReportAction, form: object = {}, by?: TestPerson) {
    const answer = await asked(id, action, form, by)
    if (answer.code !== undefined)
      throw new Error(`${action}: ${answer.message} ${JSON.stringify(answer.fields)}`)
  }

  return { see, asked, step }
}
