import * as z from 'zod/mini'
import Taro from '@tarojs/taro'
import { showOwnDutyFile } from '../../../shared/api/duty-files'
import { spokenCount } from '../../../shared/duty/kinds'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { amount } from '../../../shared/grammar/fields'
import {
  dutyReportMeetingSteps,
  type ReportMeetingView,
  showReportMeeting,
} from '../../../shared/matters/duty-report-meeting/endpoints'
import { reportMeetingTable } from '../../../shared/matters/duty-report-meeting/table'
import {
  mostVoters,
  type ReportHead,
  reportHeadNames,
  ratings,
  ratingWords,
} from '../../../shared/matters/duty-report-meeting/words'
import { addDays, spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import type { Values } from '../hooks/use-form'
import { useLoaded } from '../hooks/use-loaded'
import { Card, Cell } from '../pieces/card'
import type { MatterParts } from './matter-parts'
import { ReportsCard } from './report-results'
import { today } from './words'

/** The page of a meeting at which deputies report: the texts, the rating, and what came of it. */
export const reportMeetingMatter: MatterParts<ReportMeetingView> = {
  table: reportMeetingTable,
  word: reportMeetingTable.word,
  load: (town, id) => ask(showReportMeeting, { params: { town, id } }),
  take: (town, { id, version }, step, form, key) =>
    ask(dutyReportMeetingSteps[step as 'callOff'], {
      params: { town, id },
      input: {
        version,
        form: isCount(step) ? countIn(form) : form,
      } as unknown as InputOf<typeof dutyReportMeetingSteps.callOff>,
      key,
    }),
  head: ({ title, plain, state, planYear, reports, chair, waitsFor }) => ({
    over: [reportMeetingTable.word, `${planYear} 年`],
    title,
    who: [reports.map(({ deputy }) => deputy.name).join('、')],
    awaits: waitsFor === 'meetingChair' ? chair?.name : undefined,
    tone: state === 'calledOff' ? 'calm' : undefined,
    plain,
  }),
  eventWord: () => '排进述职计划',
  useForms: (town, view) => {
    const writes = view.actions.includes('writeReport')
    const own = useLoaded(async () => (writes ? suggestedIn(town) : undefined), [town, writes])
    return {
      initial: (step) => initialOf(step, view, own.value),
      inputOf: (step) => (isCount(step) ? countForm(view) : undefined),
      lists: {
        asked: view.chairs,
        sitters: view.reports.map(({ id, deputy }) => ({ id, name: deputy.name })),
      },
    }
  },
  facts: ({ heldOn, startsAt, place, chair, lateWhy, tellers, presentVoters, paperSlips, ...view }) => [
    ['时间', heldOn && [spokenDate(heldOn, today()), startsAt].filter(Boolean).join(' ')],
    ['地点', place],
    ['主持人', chair?.name],
    ['公告得晚，因为', lateWhy],
    ['监票人', tellers.join('、')],
    ['到会选民', presentVoters !== null && `${presentVoters} 人`],
    ['发出纸质票', view.state !== 'counted' && paperSlips !== null && `${paperSlips} 张`],
    ['会议记录', view.minutes],
  ],
  below: ({ town, view }) => (
    <>
      {view.chairs.length > 0 && view.state !== 'calledOff' ? (
        <Card tight>
          {view.state === 'planned' ? null : (
            <Cell
              label="打开会场大屏"
              note="会前放谁述职，表决时放号码，宣布以后放结果"
              onTap={() => void Taro.navigateTo({ url: `/duty/report-wall?town=${town}&id=${view.id}` })}
            />
          )}
          <Cell
            label="打印"
            note="述职公告、纸质表决票、计票单、结果公告"
            onTap={() => void Taro.navigateTo({ url: `/duty/report-papers?town=${town}&id=${view.id}` })}
          />
        </Card>
      ) : null}
      <ReportsCard view={view} town={town} reads={view.chairs.length > 0} />
    </>
  ),
}

const isCount = (step: string) => step === 'countFirst' || step === 'countSecond'

const fieldOf = (at: number, rating: string) => `report${at}${rating}`

/** A line for each who reports here, in their order, as the slips have them. */
function countForm({ reports }: ReportMeetingView) {
  const here = reports.filter(({ here: isHere }) => isHere !== false)
  const lines = here.flatMap(({ deputy }, at) =>
    ratings.map(
      (one) => [fieldOf(at, one), amount(`${deputy.name}：${ratingWords[one]}`, mostVoters)] as const,
    ),
  )
  return z.strictObject({
    returned: amount('收回多少张', mostVoters),
    spoiled: amount('其中废票', mostVoters, { help: '没有废票填 0。空着没有选的不算废票。' }),
    ...Object.fromEntries(lines),
    reportIds: z.array(z.string()),
  })
}

function countIn(form: Values) {
  const { returned, spoiled, reportIds } = form as { returned: number; spoiled: number; reportIds: string[] }
  return {
    ...{ returned, spoiled },
    counts: reportIds.map((reportId, at) => ({
      reportId,
      ...Object.fromEntries(ratings.map((one) => [one, form[fieldOf(at, one)]])),
    })),
  }
}

function initialOf(
  step: string,
  view: ReportMeetingView,
  own: Record<ReportHead, string> | undefined,
): Values {
  const { heldOn, startsAt, place, chair, chairs, reports } = view
  if (step === 'notice')
    return {
      heldOn: addDays(today(), 7),
      startsAt: '14:30',
      ...(chairs.length === 1 && chairs[0] ? { chairId: chairs[0].id } : {}),
    }
  if (step === 'moveMeeting')
    return { heldOn: heldOn ?? '', startsAt: startsAt ?? '', place: place ?? '', chairId: chair?.id ?? '' }
  if (step === 'openMeeting') return { hereIds: reports.map(({ id }) => id) }
  if (isCount(step)) return { reportIds: reports.filter(({ here }) => here !== false).map(({ id }) => id) }
  if (step !== 'writeReport') return {}
  const written = reports.find((one) => one.isOwn && reportHeadNames.some((head) => one[head] !== null))
  return written === undefined
    ? { ...own }
    : Object.fromEntries(reportHeadNames.map((head) => [head, written[head] ?? '']))
}

/** Under which head of the report a part of the duty file stands. */
const headOf = {
  trainings: 'resolutions',
  meetings: 'deliberations',
  suggestions: 'deliberations',
  inspections: 'betweenSessions',
  contacts: 'contacts',
} as const

/** What the duty file of this year has already: nothing of it is typed a second time. */
async function suggestedIn(town: string): Promise<Record<ReportHead, string>> {
  const { parts } = await ask(showOwnDutyFile, { params: { town }, query: {} })
  const said = { resolutions: '', deliberations: '', betweenSessions: '', contacts: '' }
  for (const { part, counted } of parts) {
    if (!(part in headOf) || counted.length === 0) continue
    const head = headOf[part as keyof typeof headOf]
    said[head] += `${counted.map(({ kind, ...count }) => spokenCount(kind, count)).join('；')}。`
  }
  return said
}
