import type { SuggestionText } from '../../../shared/matters/suggestion/text'
import { Suggestion } from '../../database/entities/suggestion/suggestion'
import { beijingDay } from '../../../shared/rules/days'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import { sqlInstant } from '../../database/sql'
import { atOnce } from '../../database/together'
import { begin } from '../../engine/begin'
import { person } from '../../engine/holders'
import { kindNamed } from '../../engine/known-kinds'
import { keepFilesOfText } from './files-of-text'
import { sessionOn } from '../../features/congress-sessions/queries'
import { areaInTown, unitsInTown, villageInTown } from '../../features/people/in-town'
import { ruleSetNow } from '../../features/rules/rule-set'

/** The columns that the deputy writes. */
export const columnsOfText = (text: SuggestionText) => ({
  kind: text.kind,
  subject: text.subject,
  facts: text.facts,
  proposal: text.proposal,
  villageId: text.villageId ?? null,
  areaId: text.areaId ?? null,
  ...originOf(text),
  wishedUnitId: text.wishedUnitId ?? null,
  publicity: text.publicity,
  presidiumFirst: text.presidiumFirst === true,
  confidential: text.confidential === true,
  confidentialReason: text.confidential === true ? (text.confidentialReason ?? null) : null,
})

/** What a form does not name stays as it was; a resident's words have neither day nor place of their own. */
const originOf = ({ origin, originOn, originPlace, originNote }: SuggestionText) => ({
  ...(origin === undefined ? {} : { origin }),
  ...(originNote === undefined ? {} : { originNote }),
  ...(origin === null || origin === 'residentOpinion'
    ? { originOn: null, originPlace: null }
    : {
        ...(originOn === undefined ? {} : { originOn }),
        ...(originPlace === undefined ? {} : { originPlace }),
      }),
})
const noOrigin = { origin: null, originOn: null, originPlace: null, originNote: null }

/** @throws Refusal `bad_input` where the text names a place or a unit of another town */
export const placesInTown = (
  reader: Reader,
  townId: string,
  { villageId, areaId, wishedUnitId }: Pick<SuggestionText, 'villageId' | 'areaId' | 'wishedUnitId'>,
) =>
  atOnce(reader, () =>
    Promise.all([
      villageInTown(reader, townId, villageId),
      areaInTown(reader, townId, { areaId, villageId }),
      wishedUnitId ? unitsInTown(reader, townId, [wishedUnitId], 'wishedUnitId') : undefined,
    ]),
  )

const againWithinMinutes = 10

/**
 * A draft of the same words that this deputy has just begun and not touched since: a second tap leads to it, and nobody
 * finds two of the same.
 */
export async function sameDraft(
  reader: Reader,
  townId: string,
  deputyId: string,
  { kind, subject, facts, proposal, files = [] }: SuggestionText,
  now: Date,
): Promise<string | undefined> {
  // What hangs on the second one would be lost.
  if (files.length > 0) return undefined
  const [row] = await reader.query<{ id: string }[]>(
    `SELECT s.id FROM matter_holder h JOIN matter m ON m.id = h.matter_id JOIN suggestion s ON s.id = m.id
     WHERE h.town_id = ? AND h.holder = ? AND h.party = 'leadDeputy' AND s.created_at > ? AND m.state = 'draft'
       AND m.version = 0
       AND s.kind = ? AND s.subject = ? AND s.facts = ? AND s.proposal = ?
       AND NOT EXISTS (SELECT 1 FROM resident_opinion o WHERE o.suggestion_id = s.id)
     ORDER BY s.created_at DESC, s.id LIMIT 1`,
    [
      ...[townId, person(deputyId), sqlInstant(new Date(now.getTime() - againWithinMinutes * 60_000))],
      ...[kind, subject, facts, proposal],
    ],
  )
  return row?.id
}

/**
 * Begins a draft; event 0 of its life.
 * @param behind what points to it is written before it is looked at for the first time
 * @param paper it has been handed in on paper, and somebody of the office types it
 * @returns its id
 */
export async function startDraft(
  tx: Tx,
  townId: string,
  deputyId: string,
  text: SuggestionText,
  now: Date,
  {
    behind = () => Promise.resolve(),
    paper,
  }: { behind?: (id: string) => Promise<unknown>; paper?: { at: Date; typedBy: string } } = {},
): Promise<string> {
  const id = newId()
  const filed = paper && (await sessionOn(tx, townId, beijingDay(paper.at)))
  await tx.insert(Suggestion, {
    id,
    townId,
    suggestionNo: null,
    ...noOrigin,
    ...columnsOfText(text),
    textVersion: 1,
    leadDeputyId: deputyId,
    category: null,
    publicItem: null,
    itemCheckId: null,
    textCheckId: null,
    currentRound: 0,
    createdAt: now,
    submittedAt: paper?.at ?? null,
    acceptedAt: null,
    conclusion: null,
    fullTextClearedAt: null,
    period: filed?.period ?? null,
    congressSessionId: filed?.session.id ?? null,
    agendaDecision: null,
    mergedIntoId: null,
    ruleSetId: await ruleSetNow(tx, townId, now),
  })
  const writer = paper?.typedBy ?? deputyId
  await keepFilesOfText(tx, { townId, suggestionId: id, personId: writer }, text.files, now)
  await behind(id)
  const first = paper
    ? ({ party: 'congressOffice', personId: paper.typedBy, since: paper.at } as const)
    : ({ party: 'leadDeputy', personId: deputyId } as const)
  await begin(tx, kindNamed('suggestion'), { id, townId }, first, now)
  return id
}
