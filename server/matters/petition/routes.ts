import * as api from '../../../shared/matters/petition/endpoints'
import { Refusal } from '../../../shared/words/refusals'
import { evidenceKept } from '../../../shared/words/words'
import { Resident } from '../../database/entities/people/resident'
import { newId } from '../../database/id'
import { act } from '../../engine/act'
import { traceView } from '../../features/audit-log/trace-view'
import { holdResident } from '../../features/people/resident-profile'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { beginPetition } from './begin'
import { kind } from './kind'
import { listMine, openAuthor, readByReceipt, viewPetition } from './queries'

interface Said {
  text: string
  about?: string | undefined
  unnamed?: true | undefined
  name?: string | undefined
  phone?: string | undefined
}
const saidIn = ({ text, about, unnamed, name, phone }: Said) => ({
  ...{ text, about: about ?? null },
  name: unnamed ? null : (name ?? null),
  phone: unnamed ? null : (phone ?? null),
})

export function routes(bind: Bind, { limits, env }: RouteParts) {
  const { secretKey } = env

  bind.write(
    api.writePetition,
    async ({ tx, actor, input, now }) => {
      const residentId = await holdResident(tx, actor, now)
      const { townId } = actor
      return beginPetition(
        tx,
        secretKey,
        {
          townId,
          residentId,
          kind: input.kind,
          said: saidIn(input),
          aboutOffice: input.aboutOffice === true,
        },
        { party: 'resident', personId: null },
        now,
      )
    },
    async (actor) => {
      await limits('opinion', actor.accountId)
      await limits('opinionADay', actor.accountId)
    },
  )

  bind.write(api.recordPetition, async ({ tx, actor, input, now }) => {
    const { townId, person } = actor
    if (person === null) throw new Refusal('not_allowed')
    const residentId = newId()
    const nobodys = { accountId: null, name: null, phone: null, villageId: null }
    await tx.insert(Resident, { id: residentId, townId, ...nobodys, createdAt: now })
    const about = { kind: input.kind, said: saidIn(input), aboutOffice: input.aboutOffice === true }
    return beginPetition(
      tx,
      secretKey,
      { townId, residentId, ...about, typedById: person.id },
      {
        party: 'resident',
        personId: person.id,
        spokenHow: input.spokeHow,
        onDay: input.spokeOn,
        note: input.evidence === undefined ? null : evidenceKept(input.evidence),
      },
      now,
    )
  })

  bind.read(api.showPetition, ({ reader, actor, params, now }) =>
    viewPetition(reader, secretKey, actor, params.id, now),
  )

  bind.read(api.listMyPetitions, ({ reader, actor }) => listMine(reader, actor))

  bind.lookUp(api.showReceipt, async ({ reader, actor, input, now }) => {
    await limits('slip', actor.accountId)
    return readByReceipt(reader, secretKey, actor, input.code, now)
  })

  bind.writeThenShow(
    api.lookAtAuthor,
    async ({ tx, actor, params, input, now }) => {
      const { id } = await act(tx, kind, actor, params.id, 'openAuthor', { form: input }, now)
      const what = '看了信访登记里的姓名和电话'
      await traceView(tx, actor, { what, about: [id.slice(0, 8).toUpperCase()] }, now)
      return { id }
    },
    ({ reader, actor, id, now }) => openAuthor(reader, secretKey, actor, id, now),
  )

  for (const [action, endpoint] of Object.entries(api.petitionSteps)) {
    bind.writeThenShow(
      endpoint,
      ({ tx, actor, params, input, now }) =>
        act(tx, kind, actor, params.id, action, { ...input, secretKey }, now),
      ({ reader, actor, id, now }) => viewPetition(reader, secretKey, actor, id, now),
    )
  }
}
