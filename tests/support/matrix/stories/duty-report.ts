import { dutyReportSteps, showDutyReport } from '../../../../shared/matters/duty-report/endpoints'
import { type DutyReportState, dutyReportTable } from '../../../../shared/matters/duty-report/table'
import { DutyReport } from '../../../../server/database/entities/matters/duty-report'
import { ReportOpinion } from '../../../../server/database/entities/matters/report-opinion'
import { newId } from '../../../../server/database/id'
import { refresh } from '../../../../server/engine/refresh'
import { readCalendar } from '../../../../server/engine/read-calendar'
import { beginDutyReports } from '../../../../server/matters/duty-report/begin-reports'
import type { TestServer } from '../../server'
import { spoken } from '../../suggestion'
import type { TestTown } from '../../town'
import { type Peopled, type Who, working } from '../people'
import type { Matter, Story } from '../story'
import { newReportMeeting } from './report-meeting'

const beforeLetter: readonly DutyReportState[] = ['delivered', 'nothingSaid']
const answeredIn: readonly DutyReportState[] = ['responded', 'closed']

/** What voters said of the report of the deputy of the town, as far as is wanted; of two opinions one waits for its answer. */
export async function newDutyReport(
  server: TestServer,
  town: TestTown,
  state: DutyReportState = 'delivered',
) {
  const { reportId: id } = await newReportMeeting(server, town, { state: 'counted' })
  const opinionId = newId()
  const now = server.clock.now()
  await server.database.transaction(async (tx) => {
    const calendar = await readCalendar(tx, town.id)
    await beginDutyReports(tx, town.id, [id], { since: now, calendar, now })
    if (!beforeLetter.includes(state)) {
      await tx.update(DutyReport, { id }, { letterOn: '2026-11-23', answerBy: '2026-12-23' })
      for (const [position, one] of [opinionId, newId()].entries())
        await tx.insert(ReportOpinion, {
          ...{ id: one, reportId: id, position, text: `路灯不亮${position}` },
          ...{
            answer: answeredIn.includes(state) ? '已经报修。' : null,
            textCheckId: null,
            answerCheckId: null,
          },
        })
    }
    await tx.query('UPDATE matter SET state = ? WHERE id = ?', [state, id])
    await refresh(tx, dutyReportTable.kind, town.id, id, now)
  })
  return { id, opinionId }
}

const wanted = ['delivered', 'letterSent', 'responded', 'closed', 'nothingSaid'] as const

const opinions = new Map<string, string>()

async function live(server: TestServer, { town }: Peopled): Promise<Matter[]> {
  const made: Matter[] = []
  for (const state of wanted) {
    const { id, opinionId } = await newDutyReport(server, town, state)
    opinions.set(id, opinionId)
    made.push({ id, name: state, state, version: 0 })
  }
  return made
}

export const dutyReportForms = (opinionId: string) => ({
  sendLetter: { letterNo: '镇人大〔2026〕12号', opinions: '村口的路灯不亮。' },
  noOpinions: {},
  respond: { opinionId, answer: '下周换灯。' },
  respondByWord: { opinionId, answer: '下周换灯。', ...spoken },
  waitNoLonger: { reason: '已经离任' },
  publishResponse: {},
})

export const dutyReportStory: Story = {
  table: dutyReportTable,
  steps: dutyReportSteps,
  show: showDutyReport,
  live,
  standing(who: Who) {
    if (who === 'deputy') return ['reportingDeputy']
    if (who === 'office') return ['congressOffice']
    if (who === 'presidium') return ['presidium']
    return (working as readonly Who[]).includes(who) ? 'not_found' : 'not_allowed'
  },
  shut: () => undefined,
  form: (_, action, { id }) =>
    dutyReportForms(opinions.get(id) ?? newId())[action as keyof ReturnType<typeof dutyReportForms>],
  facts: () => ({}),
}
