import ExcelJS from 'exceljs'
import { spreadsheet } from '../../shared/grammar/register'
import { searchWork } from '../../shared/api/work'
import { meetingSteps, planMeeting, showMeetingMatter } from '../../shared/matters/meeting/endpoints'
import { writeOpinion } from '../../shared/matters/opinion/endpoints'
import { contract } from '../../server/http/contract'
import { addGroup } from '../support/group'
import { addCounty, countyStaff } from '../support/matrix/people'
import { send } from '../support/send'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** What is said in a meeting of a group is for the group, the office and the presidium: no other page holds a word of it. */
let server: TestServer
let town: TestTown
let leader: TestPerson
let id = ''

const kept = {
  leave: '腰伤复发要卧床',
  gist: '三号机井的水泵响得厉害',
  remarks: '会上定了先查三号机井的台账',
  objection: '查台账的是我不是组长',
  called: '应到 3，开会时到 2',
}
const call = async (person: TestPerson, action: keyof typeof meetingSteps, form: object) => {
  const at = { params: { town: town.id, id } }
  const { version } = await leader.client.call(showMeetingMatter, at)
  server.clock.advance({ minutes: 1 })
  return person.client.call(meetingSteps[action] as (typeof meetingSteps)['callOff'], {
    ...at,
    input: { version, form: form as { reason: string } },
  })
}

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  leader = await addGroup(server, town, [town.deputy, town.coSigner])
  const params = { town: town.id }
  await town.villager.client.call(writeOpinion, {
    params,
    input: { deputyId: town.deputy.id, kind: 'report', text: '水泵响。', again: true },
  })
  await server.run('checkOpinions')
  ;({ id } = await leader.client.call(planMeeting, { params, input: {} }))
  const today = server.clock.now().toISOString().slice(0, 10)
  const { items } = await call(leader, 'convene', { day: today, startsAt: '14:00', place: '活动室' })
  await call(town.coSigner, 'askLeave', { reason: kept.leave })
  await call(leader, 'grantLeave', { expectedId: town.coSigner.id })
  const itemId = items[0]?.id
  await call(town.deputy, 'bring', { itemId, gist: kept.gist })
  await call(leader, 'open', {})
  await call(leader, 'callRoll', {
    ...{ presentIds: [leader.id, town.deputy.id], leaveIds: [town.coSigner.id], source: 'clerk' },
  })
  await call(leader, 'putOffItem', { itemId })
  await call(leader, 'end', {})
  await call(leader, 'draftMinutes', { remarks: kept.remarks })
  await call(town.deputy, 'object', { reason: kept.objection })
  await server.run('deliver')
})
afterAll(() => server.stop())

/** Everything that is answered to GET, with these ids of the town; without a token, whatever everybody may read. */
async function allThat(token: string | undefined, ids: readonly string[]) {
  const answers: string[] = []
  for (const { path, method } of contract.values()) {
    if (method !== 'GET') continue
    for (const one of ids) {
      const address = path
        .replace(':town', town.id)
        .replace(/:(id|kind)/g, (_, name) => (name === 'kind' ? 'meeting' : one))
      if (address.includes(':')) continue
      const answer = await send(`${server.url}/api${address}`, {
        headers: {
          'accept-encoding': 'identity',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
      })
      answers.push(answer.text)
      if (!path.includes(':id')) break
    }
  }
  return answers.join('\n')
}

test('its own page shows it to the group, the office and the presidium; why somebody was away to whoever convenes it', async () => {
  const seen = async ({ client }: TestPerson) => {
    const text = JSON.stringify(await client.call(showMeetingMatter, { params: { town: town.id, id } }))
    return Object.values(kept).filter((word) => text.includes(word))
  }
  const { leave, ...inside } = kept
  for (const person of [leader, town.office]) expect(await seen(person)).toEqual(Object.values(kept))
  for (const person of [town.deputy, town.presidium])
    expect(await seen(person)).toEqual(Object.values(inside))
  expect(leave).toBeDefined()
})

test('no other group, unit, resident, county or passer-by is answered a word of it, whatever they ask for', async () => {
  const county = await countyStaff(server, await addCounty(server, '云岭县'))
  const others = [town.otherDeputy, town.unit, town.villager, county]
  for (const token of [...others.map(({ client }) => client.token), undefined]) {
    const all = await allThat(token, [id, town.deputy.id])
    expect(all.length).toBeGreaterThan(500)
    for (const word of Object.values(kept)) expect([word, all.includes(word)]).toEqual([word, false])
  }
})

test('no search finds it by its words, and no ledger or sheet of the office holds them', async () => {
  for (const person of [leader, town.office, town.presidium, town.otherDeputy])
    for (const word of Object.values(kept)) {
      const found = await person.client.call(searchWork, {
        params: { town: town.id },
        input: { words: word.slice(0, 20) },
      })
      expect([word, JSON.stringify(found).includes(id)]).toEqual([word, false])
    }
  const sheets = [...contract.entries()].filter(
    ([, { method, mediaType, path }]) =>
      method === 'GET' && mediaType === spreadsheet && !/:(?!town)/.test(path),
  )
  expect(sheets.length).toBeGreaterThan(5)
  let cells = 0
  for (const [name, { path }] of sheets) {
    const answer = await fetch(`${server.url}/api${path.replace(':town', town.id)}`, {
      headers: { authorization: `Bearer ${town.office.client.token}` },
    })
    if (answer.status !== 200) continue
    const text = await cellsOf(await answer.arrayBuffer())
    cells += text.length
    for (const word of Object.values(kept))
      expect([name, word, text.includes(word)]).toEqual([name, word, false])
  }
  expect(cells).toBeGreaterThan(500)
})

/** Everything that stands in a workbook. */
async function cellsOf(file: ArrayBuffer) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(file)
  return workbook.worksheets.map((sheet) => JSON.stringify(sheet.getSheetValues())).join('\n')
}
