import { loadHolidays } from '../../../shared/api/calendar'
import { congressSessions } from '../../../shared/registers/congress-sessions'
import { pickProfile } from '../../../shared/api/rules'
import { suggestionSteps, type SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { addDays, type Day } from '../../../shared/rules/days'
import type { ProfileName } from '../../../shared/rules/profiles'
import { holidays2027 } from '../holidays'
import { staySignedIn } from '../lived'
import type { TestServer } from '../server'
import { forms, see, start } from '../suggestion'
import { toldInTheMorning } from '../told'
import { addStaff, type TestTown } from '../town'
import { type Known, lifeNames, lives, type LifeName, type Step } from './lives'
import { seenRules } from '../settings'

const first = '2026-03-02'
const last = '2027-03-01'
const listIsOutOn = '2026-11-20'

/** What came of one suggestion: every deadline it had, in their order, what its co-unit was given, what the clock said. */
export interface Lived {
  life: LifeName
  deadlines: Day[]
  coUnitDueOn: Day | null
  /** `2026-06-01 unit …`: day, who was told, the sentence with 《…》 for the subject. */
  told: string[]
  state: string
}

interface Matter extends Lived {
  id: string
  subject: string
  view: SuggestionView | undefined
}

/** Lets a town live its year under these rules, day by day: first the clock speaks, then people act. */
export async function liveYear(server: TestServer, town: TestTown, profile: ProfileName, cap: Day) {
  const people = await prepare(server, town, profile)
  const matters: Matter[] = []
  const townTold: string[] = []
  const firstOf = (life: LifeName) => matters.find((matter) => matter.life === life)
  for (let day = first; day <= last; day = addDays(day, 1)) {
    server.clock.set(`${day}T00:00:00.000Z`)
    for (const job of ['clock', 'askForHolidays'] as const) await server.run(job)
    for (const { recipientId, text, page } of await toldInTheMorning(server, day)) {
      const matter = matters.find(({ id }) => page.includes(id))
      const said = text.replace(/《[A-T]\d+ 号河堤》/g, '《…》').replace(/（19-2-\w+）/, '（…）')
      ;(matter?.told ?? townTold).push(`${day} ${people.get(recipientId) ?? '?'} ${said}`)
    }
    server.clock.set(`${day}T02:00:00.000Z`)
    if (day === listIsOutOn) {
      await town.office.client.call(loadHolidays, {
        params: { town: town.id },
        input: { version: 0, year: 2027, text: holidays2027 },
      })
    }
    for (const life of lifeNames) {
      const steps: readonly Step[] = lives[life].steps.filter(([on]) => on === day)
      for (const step of steps) {
        if (step[2] === 'submit') matters.push(...(await draft(town, life)))
        for (const matter of matters.filter((one) => one.life === life)) {
          await take(matter, step, { town, cap, mergeInto: firstOf('M')?.id ?? '' })
        }
      }
    }
    while (await isAnyUnchecked(server)) await server.run('checkContent')
  }
  for (const matter of matters) matter.told.sort()
  for (const matter of matters) matter.state = (await see(town, town.office, matter.id)).state
  return { matters: matters as readonly Lived[], townTold: townTold.sort() }
}

/** WeChat looks at some sentences at a time, and answers at once here. */
async function isAnyUnchecked({ database }: TestServer) {
  const found = await database.reader.query<unknown[]>(
    "SELECT id FROM matter WHERE kind = 'contentCheck' AND state = 'pending' LIMIT 1",
  )
  return found.length > 0
}

async function prepare(server: TestServer, town: TestTown, profile: ProfileName) {
  server.clock.set(`${first}T01:00:00.000Z`)
  const leader = await addStaff(server, town.id, { name: '吴海涛', kind: 'unitLeader', unitId: town.unitId })
  const head = await addStaff(server, town.id, { name: '郑国平', kind: 'unitHead', unitId: town.unitId })
  await staySignedIn(server)
  const params = { town: town.id }
  if (profile !== 'henan') {
    await town.office.client.call(pickProfile, {
      params,
      input: { version: await seenRules(town), profile, reason: '按本地规定。' },
    })
  }
  await town.office.client.call(congressSessions.endpoints.add, {
    params,
    input: { termNo: 19, sessionNo: 2, openedOn: first, closedOn: '2026-03-04' },
  })
  const { deputy, office, presidium, unit, coUnit } = town
  return new Map([
    ...Object.entries({ deputy, office, chair: presidium, unit, coUnit }).map(
      ([role, { id }]): [string, string] => [id, role],
    ),
    [leader, 'leader'],
    [head, 'head'],
  ])
}

const draft = (town: TestTown, life: LifeName): Promise<Matter[]> =>
  Promise.all(
    Array.from({ length: lives[life].count }, async (_, index) => {
      const subject = `${life}${index + 1} 号河堤`
      const id = await start(town, {
        subject,
        facts: '汛期冲垮 200 米，300 多人出行要绕路。',
        proposal: '修复河堤并装围栏。',
      })
      return { life, id, subject, view: undefined, deadlines: [], coUnitDueOn: null, told: [], state: '' }
    }),
  )

async function take(matter: Matter, [day, who, action, form]: Step, known: Known) {
  const { town } = known
  const usual: Record<string, unknown> =
    (forms(town) as Partial<Record<string, Record<string, unknown>>>)[action] ?? {}
  const given = typeof form === 'function' ? form(known) : (form ?? usual)
  const signed = 'signer' in given && who === 'unit' ? { signer: '郑国平' } : {}
  const input = {
    version: await town.versionOf(matter.id),
    form: { ...given, ...signed, ...fromView(matter.view, day, action) },
  }
  matter.view = await town[who].client.call(suggestionSteps[action] as typeof suggestionSteps.withdraw, {
    params: { town: town.id, id: matter.id },
    input,
  })
  const deadline = matter.view.rounds.at(-1)?.deadline.on
  if (deadline !== undefined && deadline !== matter.deadlines.at(-1)) matter.deadlines.push(deadline)
  matter.coUnitDueOn = matter.view.asks.find(({ ask }) => ask === 'coOpinion')?.dueOn ?? matter.coUnitDueOn
}

/** What a form takes from the page that one looks at. */
function fromView(view: SuggestionView | undefined, day: Day, action: Step[2]): Record<string, unknown> {
  if (action === 'consult') return { heldOn: day }
  if (action !== 'confirmConsultation') return {}
  const open = view?.rounds.at(-1)?.consultations.find(({ answer }) => answer === 'open')
  return { consultationId: open?.id }
}
