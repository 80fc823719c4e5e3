import type { Delivery } from '../../../shared/api/deliveries'
import { beijingDay } from '../../../shared/rules/days'
import { pushRow, type PushKind } from '../../../shared/words/messages'
import { matterPage, petitionPage } from '../../../shared/words/pages'
import { unnamedResident } from '../../../shared/words/words'
import { type ToldWay } from '../../../shared/words/told-ways'
import type { Reader } from '../../database/source'
import { openPhone } from '../own-details/given-phones'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import { keyedDigestOf } from '../../database/digest'
import { isoInstant } from '../../database/sql'

interface Row {
  id: string
  number: string
  recipientId: string
  opinionId: string | null
  recipient: string | null
  phone: string | null
  accountId: string | null
  sealed: string | null
  village: string | null
  text: string
  state: Delivery['state']
  reason: string | null
  createdAt: string
  toldHow: ToldWay | null
  toldAt: string | null
}

/** A resident stands there as they signed the message that it is about; who gave no name is not looked up elsewhere. */
const people = `LEFT JOIN person p ON p.id = x.recipient_id LEFT JOIN resident r ON r.id = x.recipient_id
  LEFT JOIN resident_opinion o ON o.id = x.resident_opinion_id
  LEFT JOIN given_phone g ON g.town_id = x.town_id AND g.account_id = COALESCE(p.account_id, r.account_id)
    AND COALESCE(o.unnamed, 0) = 0
  LEFT JOIN village v ON v.id = COALESCE(p.village_id, o.village_id)`

/** Who wrote a petition stands on no list that the whole office reads: whoever handles it finds them there. */
const notOfPetition = [petitionPage('%', '%'), matterPage('petition', '%', '%')]
  .map((page) => `x.page NOT LIKE '${page}'`)
  .join(' AND ')

/** What did not arrive, by state: each is a range of one index, newest first. */
const unreached = [
  "x.state = 'skipped'",
  "x.state = 'dead'",
  "x.state = 'unknown'",
  "x.state = 'pending' AND x.reason IS NOT NULL",
]

/** Pushes that did not arrive, with the reason and the phone number, so that somebody can pick up the phone. */
export async function readDeliveries(
  reader: Reader,
  secretKey: string,
  townId: string,
  cursor: string | undefined,
) {
  const place = after('x.created_at', 'x.id', cursor)
  const rows = await reader.query<Row[]>(
    `SELECT x.id, x.number, x.recipient_id AS recipientId, o.id AS opinionId, COALESCE(p.name, o.resident_name) AS recipient, COALESCE(p.phone, o.resident_phone) AS phone,
       g.account_id AS accountId, g.sealed, v.name AS village,
       i.text, x.state, x.reason, x.created_at AS createdAt, x.told_how AS toldHow, x.told_at AS toldAt
     FROM (${unreached
       .map(
         (state) =>
           `SELECT * FROM (SELECT x.id FROM outbox_message x
              WHERE x.town_id = ? AND ${state} AND ${notOfPetition}${place.sql}${place.order} LIMIT ${pageSize + 1}) AS one`,
       )
       .join(' UNION ALL ')}) AS newest
     JOIN outbox_message x ON x.id = newest.id JOIN inbox_message i ON i.id = x.inbox_message_id ${people}
     ${place.order} LIMIT ${pageSize + 1}`,
    unreached.flatMap(() => [townId, ...place.parameters]),
  )
  const page = pageOfRows(rows, (row) => ({ at: row.createdAt, id: row.id }))
  return {
    items: page.rows.map((found) => {
      const {
        createdAt,
        number: _,
        opinionId: __,
        recipient,
        recipientId,
        phone: kept,
        accountId,
        sealed,
        ...rest
      } = found
      const { toldHow, toldAt, ...row } = rest
      const phone = givenPhone(secretKey, { townId, accountId, sealed }) ?? kept
      return {
        ...row,
        phone,
        recipient: recipient ?? unnamedResident,
        whose: whoseOf(secretKey, recipientId, recipient, phone),
        at: isoInstant(createdAt),
        told: toldHow && toldAt ? { how: toldHow, at: isoInstant(toldAt) } : null,
        maySendAgain: row.state !== 'pending' && toldHow === null,
      }
    }),
    next: page.next,
    /** Of the matters, by the push. */
    numbers: new Map(page.rows.map(({ id, number }) => [id, number])),
    /** Of residents whose name or number is shown: what they wrote. */
    opened: page.rows.flatMap(({ opinionId, recipient, phone }) =>
      opinionId === null || (recipient === null && phone === null) ? [] : [opinionId],
    ),
  }
}

/** By which one person is known again, as they are shown: who gave no name here is not known again by another message. */
const whoseOf = (secretKey: string, id: string, name: string | null, phone: string | null) =>
  name === null && phone === null
    ? null
    : keyedDigestOf(secretKey, `${id} ${name ?? ''} ${phone ?? ''}`).slice(0, 16)

/** What they gave out of WeChat for just this goes before a number that stands somewhere else. */
const givenPhone = (
  secretKey: string,
  { townId, accountId, sealed }: { townId: string; accountId: string | null; sealed: string | null },
) => (accountId && sealed ? openPhone(secretKey, { townId, accountId, sealed }) : undefined)

export async function readRest(reader: Reader, now: Date) {
  const [channel] = await reader.query<{ until: string | null; reason: string | null }[]>(
    'SELECT rests_until AS until, reason FROM push_channel',
  )
  const until = channel?.until ? isoInstant(channel.until) : null
  return until !== null && until > now.toISOString() ? { reason: channel?.reason ?? '', until } : null
}

/**
 * Whom neither WeChat nor the phone reaches, village by village. A notice hangs where everyone reads it: numbers and
 * neutral words, and where to ask.
 */
export async function readVillageNotices(reader: Reader, secretKey: string, townId: string) {
  const untold = await reader.query<
    {
      id: string
      villageId: string | null
      village: string | null
      number: string
      push: PushKind
      createdAt: string
      accountId: string | null
      sealed: string | null
    }[]
  >(
    `SELECT x.id, v.id AS villageId, v.name AS village, x.number, x.push, x.created_at AS createdAt,
       g.account_id AS accountId, g.sealed
     FROM outbox_message x ${people}
     WHERE x.town_id = ? AND x.recipient_kind = 'resident' AND x.state IN ('skipped', 'dead', 'unknown')
       AND x.told_how IS NULL AND o.resident_phone IS NULL AND ${notOfPetition}
     ORDER BY v.position, v.id, x.created_at DESC, x.id`,
    [townId],
  )
  const rows = untold.filter((row) => givenPhone(secretKey, { townId, ...row }) === undefined)
  const stations = await reader.query<
    { villageId: string | null; name: string; address: string | null; hours: string | null }[]
  >(
    `SELECT village_id AS villageId, name, address, opening_hours AS hours FROM liaison_station
     WHERE town_id = ? AND ended_on IS NULL ORDER BY position, id`,
    [townId],
  )
  const villages = [...new Map(rows.map(({ villageId, village }) => [villageId, village]))]
  return {
    villages: villages.map(([villageId, village]) => ({
      village,
      stations: stations
        .filter((station) => villageId === null || station.villageId === villageId)
        .map(({ name, address, hours }) => ({ name, address, hours })),
      lines: linesOf(rows.filter((row) => row.villageId === villageId)),
    })),
  }
}

/** One line for each matter: the latest news of it. */
function linesOf(rows: readonly { id: string; number: string; push: PushKind; createdAt: string }[]) {
  const byNumber = new Map<string, typeof rows>()
  for (const row of rows) byNumber.set(row.number, [...(byNumber.get(row.number) ?? []), row])
  return [...byNumber].flatMap(([number, [latest, ...earlier]]) =>
    latest
      ? {
          ids: [latest, ...earlier].map(({ id }) => id),
          number,
          words: pushRow(latest.push).phrase,
          on: beijingDay(new Date(isoInstant(latest.createdAt))),
        }
      : [],
  )
}
