import type { InputOf } from '../../../shared/grammar/endpoint'
import type { Aloud, noteReading } from '../../../shared/api/aloud'
import { secondsToRead, spokenMatter } from '../../../shared/words/aloud'
import { beingChecked, takenBack } from '../../../shared/words/words'
import { Reading } from '../../database/entities/matters/reading'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import type { Actor } from '../../http/actor'
import { viewBoardItem } from '../board/view'
import { villageInTown } from '../people/in-town'
import { liveScene } from '../qr-codes/queries'

/** So many of the last are shown. */
const mostReadings = 30
const unsayable: readonly (string | null)[] = [beingChecked, takenBack]

/** @throws Refusal `not_found` where it is not public, or of another town */
export async function readAloud(reader: Reader, townId: string, id: string, now: Date): Promise<Aloud> {
  const { item, unit, plain, result } = await viewBoardItem(reader, townId, id, now)
  const { sentence } = result
  const spoken = [item, sentence].some((words) => unsayable.includes(words))
    ? null
    : spokenMatter({ item, unit, plain, sentence })
  return {
    ...{ item, unit, plain, sentence, spoken },
    scene: (await liveScene(reader, townId, 'matter', id)) ?? null,
    seconds: spoken === null ? 0 : secondsToRead(spoken),
    readings: await reader.query<Aloud['readings']>(
      `SELECT r.how, r.read_on AS \`on\`, r.read_by AS \`by\`, v.name AS village
       FROM reading r LEFT JOIN village v ON v.id = r.village_id
       WHERE r.town_id = ? AND r.suggestion_id = ? ORDER BY r.read_on DESC, r.id LIMIT ${mostReadings}`,
      [townId, id],
    ),
  }
}

/** That those heard of it who never open the app. */
export async function keepReading(
  tx: Tx,
  { townId, person }: Actor,
  id: string,
  { how, readOn, by, villageId }: InputOf<typeof noteReading>,
  now: Date,
): Promise<Aloud> {
  await villageInTown(tx, townId, villageId)
  // Only what is public is read out.
  await viewBoardItem(tx, townId, id, now)
  await tx.insert(Reading, {
    ...{ id: newId(), townId, suggestionId: id, villageId: villageId ?? null },
    ...{ how, readOn, readBy: by, typedById: person?.id ?? null },
  })
  return readAloud(tx, townId, id, now)
}
