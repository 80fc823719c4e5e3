import { startServer, type TestServer } from '../../support/server'
import { suggestionSteps } from '../../../shared/matters/suggestion/endpoints'
import { see, start, step, text } from '../../support/suggestion'
import { buildTown, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

async function invited() {
  const id = await start(town)
  await step(town, town.deputy, id, 'inviteCoSigners', { deputyIds: [town.coSigner.id] })
  return id
}
const refusedStep = async (
  person: TestTown['deputy'],
  id: string,
  action: 'submit' | 'coSign' | 'edit',
  form = {},
) => {
  const [row] = await server.database.reader.query<{ version: number }[]>(
    'SELECT version FROM matter WHERE id = ?',
    [id],
  )
  const endpoint = suggestionSteps[action] as typeof suggestionSteps.submit
  return person.client.refused(endpoint, {
    params: { town: town.id, id },
    input: { version: row?.version ?? -1, form },
  })
}

test('a suggestion waits for those who were invited', async () => {
  const id = await invited()
  expect(await see(town, town.deputy, id)).toMatchObject({ waitsFor: 'invitee' })
  expect((await refusedStep(town.deputy, id, 'submit')).code).toBe('co_signers_unanswered')
})

test('whoever was not invited knows nothing of it', async () => {
  const id = await invited()
  expect((await refusedStep(town.otherDeputy, id, 'coSign')).code).toBe('not_found')
})

test('an edit asks every co-signer again', async () => {
  const id = await invited()
  await step(town, town.coSigner, id, 'coSign')
  await step(town, town.deputy, id, 'edit', { ...text, facts: '汛期又冲垮了 50 米。' })
  expect((await refusedStep(town.deputy, id, 'submit')).code).toBe('co_signers_unanswered')
  await step(town, town.coSigner, id, 'coSign')
  expect((await step(town, town.deputy, id, 'submit')).state).toBe('submitted')
})

test('one who declines may change their mind while the text is open', async () => {
  const id = await invited()
  await step(town, town.coSigner, id, 'declineToCoSign')
  await step(town, town.coSigner, id, 'coSign')
  expect((await see(town, town.deputy, id)).coSigners).toMatchObject([{ answer: 'signed' }])
})

test('the deputy need not wait for ever on one silent person', async () => {
  const id = await invited()
  await step(town, town.deputy, id, 'endInvitations')
  expect((await step(town, town.deputy, id, 'submit')).state).toBe('submitted')
})

test('the text is locked once it is submitted', async () => {
  const id = await invited()
  await step(town, town.coSigner, id, 'coSign')
  await step(town, town.deputy, id, 'submit')
  expect((await refusedStep(town.deputy, id, 'edit', text)).code).toBe('wrong_state')
})

test('a draft without a proposal cannot be submitted', async () => {
  const id = await start(town)
  await server.database.transaction((tx) =>
    tx.query("UPDATE suggestion SET proposal = '' WHERE id = ?", [id]),
  )
  expect((await refusedStep(town.deputy, id, 'submit')).code).toBe('text_incomplete')
})

test('one cannot invite oneself, nor somebody who is no deputy here', async () => {
  const id = await start(town)
  const wrong = async (deputyIds: string[]) =>
    (
      await town.deputy.client.refused(suggestionSteps.inviteCoSigners, {
        params: { town: town.id, id },
        input: { version: 0, form: { deputyIds } },
      })
    ).message
  expect([await wrong([town.deputy.id]), await wrong([town.office.id])]).toEqual([
    '您是领衔代表，不用邀请自己。',
    '名单里有人不是现任镇人大代表，不能附议镇里的建议和议案，请重新选择。',
  ])
})

test('a draft is its author’s own: the office does not see it', async () => {
  const id = await start(town)
  await expect(see(town, town.office, id)).rejects.toThrow('not_found')
})
