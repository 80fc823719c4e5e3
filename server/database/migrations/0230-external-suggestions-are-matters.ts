import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { type CarriedEvent, type CarriedMatter, putEvents, putMatters, takeAway } from '../carry-matters'
import { count } from '../columns'
import { column } from '../tables'

interface Older {
  id: string
  townId: string
  version: number
  createdAt: string
  repliedOn: string | null
  satisfaction: string | null
}
interface OlderEntry {
  of: string
  kind: string
  personId: string
  at: string
  note: string
}

/** What became of each follows from what was written down: an answer, and whether the deputy is satisfied with it. */
export class ExternalSuggestionsAreMatters1795219202300 implements MigrationInterface {
  name = 'ExternalSuggestionsAreMatters1795219202300'

  async up(runner: QueryRunner) {
    const older = (await runner.query(
      `SELECT id, town_id AS townId, version, created_at AS createdAt, replied_on AS repliedOn, satisfaction
       FROM external_suggestion ORDER BY id`,
    )) as Older[]
    const entries = (await runner.query(
      `SELECT external_suggestion_id AS \`of\`, entry_kind AS kind, person_id AS personId, at, note
       FROM external_suggestion_entry ORDER BY external_suggestion_id, at, id`,
    )) as OlderEntry[]
    const entriesOf = new Map<string, OlderEntry[]>()
    for (const entry of entries) entriesOf.set(entry.of, [...(entriesOf.get(entry.of) ?? []), entry])
    const carried = older.map((row) => carry(row, entriesOf.get(row.id) ?? []))
    await putMatters(
      runner,
      'externalSuggestion',
      carried.map(({ matter }) => matter),
    )
    await putEvents(
      runner,
      'externalSuggestion',
      carried.flatMap(({ events }) => events),
    )
    await runner.dropColumn('external_suggestion', 'version')
  }

  async down(runner: QueryRunner) {
    await runner.addColumn(
      'external_suggestion',
      new TableColumn(column('version', { ...count, default: 0 })),
    )
    await runner.query(
      `UPDATE external_suggestion SET version =
         (SELECT m.version FROM matter m WHERE m.id = external_suggestion.id)`,
    )
    await runner.changeColumn('external_suggestion', 'version', new TableColumn(column('version', count)))
    await takeAway(runner, 'externalSuggestion')
  }
}

function carry(
  { id, townId, version, createdAt, repliedOn, satisfaction }: Older,
  entries: readonly OlderEntry[],
): { matter: CarriedMatter; events: CarriedEvent[] } {
  const about = { townId, matterId: id, party: 'congressOffice' }
  const events: CarriedEvent[] = [
    // Nobody knows any more who wrote it down first.
    {
      ...about,
      version: 0,
      action: 'start',
      fromState: null,
      toState: 'awaited',
      personId: null,
      at: createdAt,
    },
  ]
  let state = 'awaited'
  for (const [index, { kind, personId, at, note }] of entries.entries()) {
    const isReply = kind === 'reply'
    const toState = isReply ? 'answered' : state
    events.push({
      ...about,
      ...{ version: index + 1, action: isReply ? 'noteReply' : 'noteProgress', fromState: state, toState },
      ...{ personId, at, note },
    })
    state = toState
  }
  const since = entries.filter(({ kind }) => kind === 'reply').at(-1)?.at ?? createdAt
  return {
    matter: {
      id,
      townId,
      state: repliedOn === null ? 'awaited' : satisfaction === null ? 'answered' : 'rated',
      version: Math.max(Number(version), entries.length),
      stateSince: repliedOn === null ? createdAt : since,
    },
    events,
  }
}
