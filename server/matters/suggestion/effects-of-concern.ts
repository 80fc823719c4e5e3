import { refuseSame } from '../../../shared/grammar/nothing-changed'
import { wrongField } from '../../../shared/words/refusals'
import { SuggestionConcern } from '../../database/entities/suggestion/suggestion-concern'
import { readTogether } from '../../database/together'
import { concernedOf, decidersPart, namesOfConcerned } from './deciders'
import type { EffectOf } from './effect-of'

/** All whom it concerns are named at once; whoever was named before and is not now has nothing to do with it. */
export async function nameConcerned({ tx, record, form }: EffectOf<'nameConcerned'>) {
  const wanted = [...new Set(form.concernedIds)].sort()
  const { deciders } = await readTogether(tx, { deciders: decidersPart([record.id], { onlyMarked: false }) })
  const known = deciders.map(({ personId }) => personId)
  if (!wanted.every((id) => known.includes(id)))
    throw wrongField('concernedIds', '名单里有人现在不在镇人大办或者主席团任职，请重新选择。')
  if (known.every((id) => wanted.includes(id)))
    throw wrongField(
      'concernedIds',
      '镇人大办和主席团至少要留一位来办这件。都有关系的，请报县人大常委会，由县里指定谁来办。',
    )
  refuseSame({ concernedIds: concernedOf(record).sort() }, { concernedIds: wanted })
  await tx.delete(SuggestionConcern, { suggestionId: record.id })
  await tx.insert(
    SuggestionConcern,
    wanted.map((personId) => ({ suggestionId: record.id, personId, townId: record.townId })),
  )
  const named = deciders.map((one) => ({ ...one, isConcerned: wanted.includes(one.personId) ? 1 : 0 }))
  return { outcome: namesOfConcerned({ deciders: named }).join('、'), reason: form.reason }
}

export async function endConcern({ tx, record, form }: EffectOf<'endConcern'>) {
  await tx.delete(SuggestionConcern, { suggestionId: record.id })
  return { outcome: namesOfConcerned(record).join('、'), reason: form.reason }
}
