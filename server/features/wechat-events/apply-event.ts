import { isQuiet, type PushKind, pushKinds } from '../../../shared/words/messages'
import { own } from '../../../shared/grammar/own'
import { digestOf } from '../../database/digest'
import type { Tx } from '../../database/source'
import { isoInstant, quoted, sqlInstant } from '../../database/sql'
import type { EventLine, WechatEvent } from '../../gateways/wechat/read-event'
import type { EntryKind } from '../consents/balance'
import { tellOfPhoto } from './tell-of-photo'
import { keepLines } from '../consents/ledger'

interface Telling {
  tx: Tx
  accountId: string
  lines: readonly EventLine[]
  templateIdOf: (kind: PushKind) => string | undefined
  now: Date
}
/** `false`: what it is about is not known yet. */
type Apply = (telling: Telling) => Promise<boolean>

/** Of a photo, and not of the one who uploaded it. */
const photoEvent = 'wxa_media_check'

/** What an event changes. Others are kept as they came, and change nothing. */
const table: Readonly<Record<string, Apply>> = {
  subscribe_msg_popup_event: (telling) => keepAnswers(telling, { accept: 'granted', reject: 'refused' }),
  subscribe_msg_change_event: (telling) => keepAnswers(telling, { reject: 'revoked' }),
  subscribe_msg_sent_event: noteSent,
}

/** @returns whether it is settled; if not, it is looked at again a little later */
export async function applyEvent(
  tx: Tx,
  event: WechatEvent,
  templateIdOf: (kind: PushKind) => string | undefined,
  now: Date,
): Promise<boolean> {
  if (event.name === photoEvent) return tellOfPhoto(tx, event.lines[0] ?? {}, now)
  const apply = own(table, event.name)
  if (!apply) return true
  const [account] = await tx.query<{ id: string }[]>('SELECT id FROM account WHERE openid_digest = ?', [
    digestOf(event.openid),
  ])
  if (!account) return true
  return apply({ tx, accountId: account.id, lines: event.lines, templateIdOf, now })
}

async function keepAnswers(
  { tx, accountId, lines, now }: Telling,
  entries: Readonly<Record<string, EntryKind>>,
): Promise<boolean> {
  await keepLines(
    tx,
    lines.flatMap(({ TemplateId, SubscribeStatusString }) => {
      const entry = own(entries, SubscribeStatusString ?? '')
      return entry && TemplateId
        ? [{ accountId, templateId: TemplateId, entry, source: 'event' as const }]
        : []
    }),
    now,
  )
  return true
}

async function noteSent(telling: Telling): Promise<boolean> {
  let settled = true
  for (const line of telling.lines) settled = (await noteOneSent(telling, line)) && settled
  return settled
}

/** WeChat's last word on a message that it had taken. It may come before the answer to the send itself. */
async function noteOneSent(telling: Telling, line: EventLine): Promise<boolean> {
  const { tx, now } = telling
  const failed = (line.ErrorCode ?? '0') !== '0'
  const [known] = await tx.query<{ id: string; townId: string }[]>(
    'SELECT id FROM outbox_message WHERE wechat_message_id = ?',
    [line.MsgID ?? ''],
  )
  if (known) {
    if (failed)
      await tx.query(
        `UPDATE outbox_message SET state = 'dead', reason = ?, ended_at = ?
         WHERE wechat_message_id = ? AND state = 'sent'`,
        [
          `微信收下了，但没有送到（${line.ErrorCode} ${line.ErrorStatus}）`.slice(0, 200),
          sqlInstant(now),
          line.MsgID ?? '',
        ],
      )
    return true
  }
  return failed ? false : settleUncertain(telling, line)
}

/**
 * A send that brought no answer was taken after all: it must not be sent again, and leaves the office's list. What went
 * on the same card was put off together with it.
 */
async function settleUncertain(
  { tx, accountId, templateIdOf, now }: Telling,
  line: EventLine,
): Promise<boolean> {
  const kinds = (Object.keys(pushKinds) as PushKind[]).filter(
    (kind) => templateIdOf(kind) === line.TemplateId,
  )
  if (kinds.length === 0) return true
  const [uncertain] = await tx.query<
    { id: string; recipientId: string; createdAt: string; availableAt: string }[]
  >(
    `SELECT id, recipient_id AS recipientId, created_at AS createdAt, available_at AS availableAt FROM outbox_message
     WHERE state IN ('pending', 'unknown') AND uncertain = 1 AND push IN (${quoted(kinds)})
       AND recipient_id IN (SELECT id FROM person WHERE account_id = ? UNION SELECT id FROM resident WHERE account_id = ?)
     ORDER BY created_at, id LIMIT 1`,
    [accountId, accountId],
  )
  if (!uncertain) return false
  await tx.query(
    `UPDATE outbox_message SET state = 'sent', reason = NULL, ended_at = ?, wechat_message_id = ?,
       lease_token = NULL, leased_until = NULL
     WHERE (id = ? OR (recipient_id = ? AND available_at = ?)) AND uncertain = 1 AND state IN ('pending', 'unknown')`,
    [
      sqlInstant(now),
      line.MsgID ?? null,
      uncertain.id,
      isQuiet(new Date(isoInstant(uncertain.createdAt))) ? uncertain.recipientId : '',
      sqlInstant(new Date(isoInstant(uncertain.availableAt))),
    ],
  )
  return true
}
