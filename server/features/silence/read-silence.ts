import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { showSilence } from '../../../shared/api/silence'
import { addMonths, type Day } from '../../../shared/rules/days'
import { silentMonths } from '../../../shared/rules/silence'
import type { Reader } from '../../database/source'
import { readMarked, readSaid } from './marked'
import { readPartsSaid } from './parts-said'

const months = { shown: 12, own: 36 } as const

/**
 * The silence of a town, or of the villages of one group; what is expected is reckoned over the whole town all the same.
 * It reads three years of messages, and so in a process of its own.
 */
export async function readSilence(
  reader: Reader,
  townId: string,
  groupId: string | null,
  today: Day,
): Promise<OutputOf<typeof showSilence>> {
  const said = await readSaid(reader, townId, addMonths(today, -months.own))
  const { villages, known, groups, recent, found } = await readMarked(reader, townId, today, said)
  const parts = await readPartsSaid(reader, townId, recent)
  const isMine = (id: string) => groupId === null || groups.get(id) === groupId
  return {
    messages: recent.filter(({ villageId }) => villageId !== null).length,
    withoutVillage: recent.filter(({ villageId }) => villageId === null).length,
    withoutPeople: villages.filter((one) => !known.includes(one) && isMine(one.id)).map(({ name }) => name),
    tooFew: found === undefined,
    villages: (found ?? [])
      .filter(({ id }) => isMine(id))
      .map(({ groupId: _, expected, ...one }) => ({
        ...{ ...one, expected: Math.round(expected * 10) / 10 },
        parts: parts.get(one.id) ?? [],
      })),
    months: villages
      .filter(({ id }) => isMine(id))
      .flatMap(({ id, name }) =>
        monthsOf(
          said.filter(({ villageId }) => villageId === id).map(({ on }) => on),
          today,
        ).map((month) => ({ village: name, month })),
      ),
  }
}

/**
 * The whole months of the last year without a word, newest last; `2026-10`. Before the first word ever nothing can be told:
 * the town may not have begun.
 */
function monthsOf(days: readonly Day[], today: Day): string[] {
  const first = [...days].sort()[0]
  if (first === undefined) return []
  const names = Array.from({ length: months.own }, (_, at) =>
    addMonths(`${today.slice(0, 8)}01`, at - months.own).slice(0, 7),
  ).filter((name) => name >= first.slice(0, 7))
  const whole = days.filter((day) => names.includes(day.slice(0, 7)))
  const shown = names.slice(-months.shown)
  const counts = shown.map((name) => whole.filter((day) => day.startsWith(name)).length)
  return silentMonths(counts, whole.length / Math.max(1, names.length)).flatMap((at) => shown[at] ?? [])
}
