import type { PushKind } from '../../shared/words/messages'
import { fill, type MessageWords, numberOf, pushOf } from '../../shared/words/messages'
import { inboxPage } from '../../shared/words/pages'
import type { Party } from '../../shared/words/parties'
import type { Tx } from '../database/source'
import { atOnce } from '../database/together'
import { personIdOf } from './begin'
import { peopleBehind } from './holders'
import type { AnyKind, Asker, Holders, MatterRecord, Recipient } from './kind'
import { tell } from './tell'
import type { Telling } from './telling'

/** What a row of the table says to whom. */
export interface Sentences {
  tells: { readonly [party in Party]?: string }
  tellsLeft?: { readonly [party in Party]?: string } | undefined
  pushes?: { readonly [party in Party]?: PushKind } | undefined
}

interface Told {
  kind: AnyKind
  record: MatterRecord
  holders: Holders<Party>
  /** Who stood to it before the step, where the row tells those who do no more. */
  before?: Holders<Party>
  action: string
  asker: Asker
  /** Whose turn it is now. */
  turn: Party | null
  words: Partial<MessageWords>
  now: Date
}

/** Tells each party its sentence; never the one who took the step, and nobody twice. */
export async function tellParties(tx: Tx, { tells, tellsLeft = {}, pushes }: Sentences, told: Told) {
  const { kind, record, holders, before = {}, asker, turn, words, now } = told
  const left = (Object.entries(tellsLeft) as [Party, string][]).map(([party, sentence]) => {
    const those = before[party]?.filter((one) => !holders[party]?.includes(one)) ?? []
    return { party, sentence, those, hasLeft: true }
  })
  const here = (Object.entries(tells) as [Party, string][]).map(([party, sentence]) => ({
    ...{ party, sentence, those: holders[party] ?? [], hasLeft: false },
  }))
  const sentences = [...left, ...here]
  const wanted = [...new Set(sentences.flatMap(({ those }) => those))]
  if (wanted.length === 0) return
  const [people, changed] = await atOnce(tx, () =>
    Promise.all([peopleBehind(tx, record.townId, wanted), kind.says?.(tx, told)]),
  )
  const self = personIdOf(asker)
  const tellings = new Map<string, Telling>()
  for (const { party, sentence, those, hasLeft } of sentences) {
    for (const { kind: recipientKind, id, holder } of people) {
      if (!those.includes(holder) || id === self || tellings.has(id)) continue
      const reader: Recipient = { kind: recipientKind, id, holder }
      const text = changed ? changed(party, reader, sentence) : fill(sentence, words)
      if (text === null) continue
      tellings.set(id, {
        ...about(kind, record, party, reader),
        text,
        // Whoever has no part in it any more could not open it.
        ...(hasLeft ? { page: inboxPage(record.townId) } : {}),
        push: pushOf(pushes?.[party], turn === party && !hasLeft),
      })
    }
  }
  await tell(tx, [...tellings.values()], now)
}

/** The parts of a telling that follow from the matter and the reader. */
export function about(kind: AnyKind, record: MatterRecord, party: Party, reader: Recipient) {
  const opened = kind.opens?.(record, party, reader) ?? { page: kind.page(party, record.townId, record.id) }
  return {
    townId: record.townId,
    recipientId: reader.id,
    recipientKind: reader.kind,
    page: opened.page,
    opinionId: opened.opinionId,
    number: kind.head(record).number ?? numberOf(record.id),
  }
}
