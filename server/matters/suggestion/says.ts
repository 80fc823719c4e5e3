import { opinionPage, publicSuggestionPage, suggestionPage } from '../../../shared/words/pages'
import { fill, type MessageWords } from '../../../shared/words/messages'
import { rulesOf } from '../../../shared/rules/rules'
import type {
  SuggestionGate,
  SuggestionParty,
  SuggestionState,
} from '../../../shared/matters/suggestion/states'
import type { ActionRow } from '../../../shared/grammar/matter'
import { type SuggestionAction, suggestionTable } from '../../../shared/matters/suggestion/table'
import { laterHere, someLeader } from '../../../shared/matters/suggestion/said'
import type { Tx } from '../../database/source'
import { nameIn } from '../../engine/holders'
import type { Recipient, Said } from '../../engine/kind'
import { readUnshown } from '../content-check/shown'
import { concernedOf } from './deciders'
import { formerUnits } from './former-units'
import { signatures } from './gates'
import { lastTalkedWith } from './proposers'
import type { SuggestionRecord } from './record'
import { isSealedFor } from './sealed'

type SuggestionRow = ActionRow<SuggestionState, SuggestionParty, SuggestionGate>

/** What of a step each reader is told. */
export async function sayingsOf(tx: Tx, { record, action, words }: Said<SuggestionRecord>) {
  const { tells, passOn }: SuggestionRow = suggestionTable.actions[action as SuggestionAction]
  const toLeadOnly = passOn !== undefined && rulesOf(record).replyToCosigners === 'leadDeputy'
  const toResidents = tells.resident !== undefined && record.residents.length + record.followers.length > 0
  const unshown = toResidents
    ? await readUnshown(tx, [record.id, record.mergedIntoId ?? record.id])
    : new Set<string>()
  const aside = concernedOf(record)
  return (party: SuggestionParty, { kind, id, holder }: Recipient, sentence: string): string | null => {
    // Whom it concerns is told that it is so, and of nothing that others do with it.
    if ((party === 'congressOffice' || party === 'presidium') && aside.includes(id)) return null
    if (toLeadOnly && party === 'coSigner') return null
    if (action === 'closeBallot' && isSealedFor(party, record)) return null
    if (action === 'accept' && party === 'presidium' && Number(record.unreadByPresidium) === 0) return null
    // Whoever has left it before hears no more of it.
    if (party === 'formerUnit' && holder !== formerUnits(record).at(-1)?.holder) return null
    // The presidium reads of a reply what it promises for later than is usual.
    if (party === 'presidium' && longPromised.includes(action) && !words.latest) return null
    if (party === 'mergedDeputy' && !waitsMerged(record, nameIn(holder))) return null
    if (talks.includes(action) && !wasTalkedWith(record, party, nameIn(holder))) return null
    const more = toLeadOnly && party === 'leadDeputy' && signatures(record).length > 0 ? passOn : ''
    // A whole unit hears how it was rated; what was wrong with the manner reaches its head with the reason.
    const why = action === 'evaluate' && party === 'leadUnit' && words.reason ? `原因：${words.reason}` : ''
    if (kind !== 'resident') return fill(sentence, words) + more + why
    const said = isBehind(record, nameIn(holder)) ? sentence : sentence.replace(raisedByThem, followedByThem)
    return fill(said, forResidents(record, words, unshown))
  }
}

/** Whoever only follows a matter has not raised it. */
const raisedByThem = '您反映的事'
const followedByThem = '您关注的事'
const isBehind = ({ residents }: SuggestionRecord, residentId: string) =>
  residents.some((one) => one.residentId === residentId)

const longPromised: readonly string[] = ['reply', 'correctReply', 'correctRatedReply']

const waitsMerged = ({ merged }: SuggestionRecord, deputyId: string) =>
  merged.some(({ state, leadDeputyId }) => state === 'merged' && leadDeputyId === deputyId)

const talks: readonly string[] = ['consult', 'consultByWord', 'objectToConsultation']

/** Whoever took part in a talk is asked whether it was so. */
function wasTalkedWith(record: SuggestionRecord, party: SuggestionParty, deputyId: string) {
  const talked = lastTalkedWith(record)
  if (party !== 'mergedDeputy') return party !== 'leadDeputy' || talked.includes(null)
  return record.merged.some(({ id, leadDeputyId }) => talked.includes(id) && leadDeputyId === deputyId)
}

/**
 * What a resident reads of a confidential suggestion does not tell what it is about; and what everyone may not read yet
 * is not in his inbox either.
 */
function forResidents(
  { confidential }: SuggestionRecord,
  words: Partial<MessageWords>,
  unshown: ReadonlySet<string>,
): Partial<MessageWords> {
  const { result, publicReason, leader } = words
  return {
    ...words,
    ...(confidential === 1 ? { result: '' } : {}),
    ...(result && unshown.has(result) ? { result: laterHere } : {}),
    ...(leader && unshown.has(leader) ? { leader: someLeader } : {}),
    ...(publicReason && unshown.has(publicReason) ? { publicReason: laterHere } : {}),
  }
}

/** Residents open the message that they once wrote; everybody else the suggestion. */
export function opens(
  { id, townId, residents }: SuggestionRecord,
  party: SuggestionParty,
  { kind, holder }: Recipient,
) {
  const own = residents.find(({ residentId }) => kind === 'resident' && residentId === nameIn(holder))
  if (kind === 'resident' && !own) return { page: publicSuggestionPage(townId, id) }
  return own
    ? { page: opinionPage('resident', townId, own.opinionId), opinionId: own.opinionId }
    : { page: suggestionPage(party, townId, id) }
}
