import { noteEndSeen, opinionSteps, showOpinion, writeOpinion } from '../../shared/matters/opinion/endpoints'
import type { TestServer } from './server'
import type { TestPerson, TestTown } from './town'

/** What residents and deputies do with an opinion, for tests that tell its story. */
export function opinionsOf(begun: () => { server: TestServer; town: TestTown }) {
  const at = (id: string) => ({ town: begun().town.id, id })
  const write = (person: TestPerson, text: string) =>
    person.client.call(writeOpinion, {
      params: { town: begun().town.id },
      input: { deputyId: begun().town.deputy.id, kind: 'report', text, phone: '13900000000', again: true },
    })
  const see = (person: TestPerson, id: string) => person.client.call(showOpinion, { params: at(id) })
  /** As the page does: shown first, and then said that it was seen. */
  async function open(person: TestPerson, id: string) {
    const seen = await see(person, id)
    await person.client.call(noteEndSeen, { params: at(id), input: {} })
    return seen
  }
  async function take(
    person: TestPerson,
    id: string,
    action: keyof typeof opinionSteps,
    form: Record<string, unknown> = {},
  ) {
    const { version } = await see(person, id)
    return person.client.ask(opinionSteps[action] as typeof opinionSteps.answer, {
      params: at(id),
      input: { version, form },
    })
  }
  /** A step of the deputy whose words WeChat has passed. */
  async function shown(...[person, id, action, form]: Parameters<typeof take>) {
    const answer = await take(person, id, action, form)
    await begun().server.run('checkOpinions')
    return answer
  }
  async function received(text = '路灯不亮。', person = begun().town.villager) {
    const { id } = await write(person, text)
    await begun().server.run('checkOpinions')
    return id
  }
  return { at, write, see, open, take, shown, received }
}
