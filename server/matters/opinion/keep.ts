import type { InputOf } from '../../../shared/grammar/endpoint'
import type { writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { opinionTable } from '../../../shared/matters/opinion/table'
import type { CallWish } from '../../../shared/matters/opinion/call-back'
import type { WhyTo } from '../../../shared/matters/opinion/whom'
import { ResidentOpinion } from '../../database/entities/opinion/resident-opinion'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { begin } from '../../engine/begin'
import { kindNamed } from '../../engine/known-kinds'
import { ruleSetNow } from '../../features/rules/rule-set'
import type { Carried } from './attachments'
import { callKept } from './calls'
import { addMessage } from './messages'

export type Said = Pick<InputOf<typeof writeOpinion>, 'kind' | 'name' | 'phone' | 'villageId' | 'areaId'> & {
  deputyId: string
  routedBy?: WhyTo | null
  townId: string
  residentId: string
  text: string
  place?: string | undefined
  carried?: Carried
  stationId?: string | undefined
  call?: CallWish | undefined
  unnamed?: boolean
  forAnother?: boolean
  /** Of somebody without a phone. */
  typedById?: string
  slipCode?: string
}

/** Begins its life, by whomever it was typed. @returns the opinion's id */
export async function keepOpinion(tx: Tx, said: Said, first: Parameters<typeof begin>[3], now: Date) {
  const { townId, residentId, deputyId, villageId, stationId, text } = said
  const id = newId()
  await tx.insert(ResidentOpinion, {
    ...{ id, townId, residentId, deputyId },
    liaisonStationId: stationId ?? null,
    villageId: villageId ?? null,
    areaId: said.areaId ?? null,
    residentName: said.name ?? null,
    residentPhone: said.phone ?? null,
    unnamed: said.unnamed === true,
    forAnother: said.forAnother === true,
    opinionKind: said.kind,
    suggestionId: null,
    earlierSuggestionId: null,
    referredTo: null,
    explanation: null,
    rating: null,
    ratingComment: null,
    createdAt: now,
    ruleSetId: await ruleSetNow(tx, townId, now),
    checkAfter: now,
    writtenIn: null,
    wordsById: null,
    goesTo: null,
    ...callKept(said.call),
    ...{ askedBack: false, asksBack: false },
    timesUnsolved: 0,
    ratingAsked: true,
    endedOn: null,
    followUps: 0,
    followedOn: null,
    followUpAnswer: null,
    typedById: said.typedById ?? null,
    slipCode: said.slipCode ?? null,
    ...{ routedBy: said.routedBy ?? null, place: said.place ?? null },
  })
  await addMessage(tx, id, 'resident', text, now, {
    first: true,
    ...(said.carried ? { carried: said.carried } : {}),
  })
  await begin(tx, kindNamed(opinionTable.kind), { id, townId }, first, now)
  return id
}
