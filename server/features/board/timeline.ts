import { suggestionStates, type SuggestionState } from '../../../shared/matters/suggestion/states'
import { suggestionTable } from '../../../shared/matters/suggestion/table'
import type { Day } from '../../../shared/rules/days'
import { beingChecked, type Step, takenBack } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { quoted } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import { isShownSql } from '../../matters/content-check/shown'

const takingBack: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  Object.entries(suggestionTable.actions).flatMap(([name, { takesBack }]) =>
    takesBack === undefined ? [] : [[name, takesBack]],
  ),
)

interface LineRow {
  on: Day
  action: string
  publicLine: string | null
  toState: SuggestionState
  /** The reason within it that is not checked yet. */
  unshown: string | null
  checkState: string | null
}

/** The public lines of the timeline; days only, no hours. */
export const linesPart = (townId: string, id: string) =>
  part<LineRow>({
    columns: {
      on: 'e.on_day',
      action: 'e.action',
      publicLine: 'e.public_line',
      toState: 'e.to_state',
      unshown: 'w.text',
      checkState: 'k.state',
    },
    from: `FROM matter_event e
      LEFT JOIN matter k ON k.id = e.line_check_id AND NOT ${isShownSql('k')}
      LEFT JOIN content_check w ON w.id = k.id
      WHERE e.town_id = ? AND e.matter_id = ? AND e.kind = 'suggestion' AND (e.public_line IS NOT NULL OR e.action IN (${quoted(Object.keys(takingBack))}))`,
    order: 'e.version',
    parameters: [townId, id],
  })

/** A line that a later step says otherwise of says so itself. */
export function linesOf(events: readonly LineRow[]) {
  const lines: { on: Day; line: string; step: Step; action: string }[] = []
  for (const event of events) {
    for (const [action, note] of Object.entries(takingBack[event.action] ?? {})) {
      const last = [...lines].reverse().find((line) => line.action === action)
      if (last && !last.line.endsWith(note)) last.line += note
    }
    if (event.publicLine !== null) lines.push({ ...shownLine(event, event.publicLine), action: event.action })
  }
  return lines.map(({ on, line, step }) => ({ on, line, step }))
}

const shownLine = ({ on, unshown, checkState, toState }: LineRow, line: string) => ({
  on,
  line: unshown ? line.split(unshown).join(checkState === 'hidden' ? takenBack : beingChecked) : line,
  step: suggestionStates[toState].step,
})

export const readPublicTimeline = async (reader: Reader, townId: string, id: string) =>
  linesOf((await readTogether(reader, { lines: linesPart(townId, id) })).lines)
