import { newId } from '../../server/database/id'
import { Post } from '../../server/database/entities/people/post'
import { bring } from '../support/bring'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, step } from '../support/suggestion'
import { addDeputy, buildTown, type TestTown } from '../support/town'

/** Gate 4 of the reply: the head of the unit signs it. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

async function setHead(name: string, handlingUnitId: string) {
  const personId = await addDeputy(server, town.id, name)
  await server.database.transaction(async (tx) => {
    await tx.insert(Post, { id: newId(), townId: town.id, personId, postKind: 'unitHead', handlingUnitId })
  })
}

test('where the register knows the head, nobody else signs: not the reply, and not its correction', async () => {
  await setHead('吴海涛', town.unitId)
  const id = await bring(server, town, 'handling')
  const { reply, correctReply } = forms(town)
  const wrong = await refusedStep(town, town.unit, id, 'reply', { ...reply, signer: '赵永强' })
  expect(wrong.fields).toEqual({
    signer: '请由单位负责人签发。名册上的负责人是吴海涛，换了人请镇人大办先改名册。',
  })
  expect((await step(town, town.unit, id, 'reply', reply)).rounds[0]?.reply?.signer).toBe('吴海涛')

  const corrected = await refusedStep(town, town.unit, id, 'correctReply', {
    ...correctReply,
    signer: '赵永强',
  })
  expect(corrected.fields).toHaveProperty('signer')
  expect((await see(town, town.deputy, id)).rounds[0]?.reply?.version).toBe(1)
})

test('the head of another unit binds nobody; without a head in the register the name is free', async () => {
  await setHead('孙丽华', town.coUnitId)
  const id = await bring(server, town, 'handling')
  const reply = { ...forms(town).reply, signer: '钱局长' }
  expect((await step(town, town.unit, id, 'reply', reply)).rounds[0]?.reply?.signer).toBe('钱局长')
})
