import { contentCheckActions, publicCheckStates } from '../../../shared/matters/content-check/table'
import { publicIn } from '../../../shared/matters/award/states'
import { publicText, type PublicTextKind, registerKinds } from '../../../shared/public-texts'
import type { Reader, Tx } from '../../database/source'
import { quoted } from '../../database/sql'
import { readCalendar } from '../../engine/read-calendar'
import { openNew, openPictureCheck, type Words } from './open'
import { isDeputy } from '../../database/in-office'

/** Where the texts of the register belong to a town. */
const townColumn = (table: string) => (table === 'town' ? 'id' : 'town_id')

/** Of these tables not every row is anybody's business. */
const isPublic: Readonly<Record<string, string>> = {
  person: isDeputy('x.id'),
  meeting: "x.meeting_kind = 'congressSession'",
  award: `EXISTS (SELECT 1 FROM matter am WHERE am.id = x.id AND am.state IN (${quoted(publicIn)}))`,
  calendar_entry: "x.audience = 'everyone'",
}

/** What the register shows of a kind today. */
export const registerTextsSql = (kind: PublicTextKind) => {
  const [table, column] = publicText(kind).kept
  const only = table in isPublic ? ` AND ${isPublic[table] ?? ''}` : ''
  return `SELECT x.${column} FROM ${table} x
    WHERE x.${townColumn(table)} = ? AND x.${column} IS NOT NULL AND x.${column} <> ''${only}`
}

/** What a town's register shows that has no check yet: texts, and the deputies with a portrait. */
interface Unchecked {
  words: readonly Words[]
  portraits: readonly string[]
}

export async function readUnchecked(reader: Reader, townId: string): Promise<Unchecked> {
  const known = new Set(
    (
      await reader.query<{ kind: string; text: string }[]>(
        `SELECT kind, text FROM content_check WHERE town_id = ? AND kind IN (${quoted(registerKinds)})`,
        [townId],
      )
    ).map(({ kind, text }) => `${kind}|${text}`),
  )
  const words: Words[] = []
  for (const kind of registerKinds) {
    const rows = await reader.query<Record<string, string>[]>(registerTextsSql(kind), [townId])
    for (const text of rows.flatMap((row) => Object.values(row))) {
      // Many villages have a first group: the same words are looked at once.
      if (known.has(`${kind}|${text}`)) continue
      known.add(`${kind}|${text}`)
      words.push({ kind, text, readByTwo: true })
    }
  }
  const portraits = await reader.query<{ id: string }[]>(
    `SELECT p.id FROM person p JOIN portrait f ON f.person_id = p.id WHERE p.town_id = ? AND NOT EXISTS
       (SELECT 1 FROM content_check k JOIN matter m ON m.id = k.id
        WHERE k.town_id = p.town_id AND k.kind = 'portrait' AND k.place_id = p.id AND m.state <> 'replaced')`,
    [townId],
  )
  return { words, portraits: portraits.map(({ id }) => id) }
}

/** A roster brings thousands: no transaction takes more of them, for while one is committed nobody is answered. */
const atOnce = 100

export function inGroups({ words, portraits }: Unchecked): Unchecked[] {
  const groups: Unchecked[] = []
  for (let from = 0; from < words.length; from += atOnce)
    groups.push({ words: words.slice(from, from + atOnce), portraits: [] })
  return portraits.length === 0 ? groups : [...groups, { words: [], portraits }]
}

/**
 * Gives every text and portrait of a town's register a check, so that it stands on the list of what is public and can be
 * taken back. What is found in order is passed; what is not waits for a second person.
 */
export async function checkRegister(tx: Tx, townId: string, { words, portraits }: Unchecked, now: Date) {
  const place = { townId, suggestionId: null, personId: null, calendar: await readCalendar(tx, townId), now }
  await openNew(tx, place, words)
  for (const id of portraits) await openPictureCheck(tx, place, 'portrait', id)
}

/** Texts of the register that somebody has decided about: by kind and text, whether they are shown. */
export async function readDecided(reader: Reader, townId: string): Promise<Map<string, string>> {
  const rows = await reader.query<{ kind: string; text: string; state: string }[]>(
    `SELECT k.kind, k.text, m.state FROM content_check k JOIN matter m ON m.id = k.id
     WHERE k.town_id = ? AND k.kind IN (${quoted(registerKinds)}) AND m.state <> ?`,
    [townId, contentCheckActions.pass.moves.pending],
  )
  return new Map(rows.map(({ kind, text, state }) => [`${kind}|${text}`, state]))
}

export const isShownState = (state: string) => (publicCheckStates as readonly string[]).includes(state)
