import { suggestionStates, type SuggestionState } from '../../../shared/matters/suggestion/states'
import type { Day } from '../../../shared/rules/days'
import { beingChecked, type Step, takenBack } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'
import { isShownSql } from '../../matters/content-check/shown'

interface LineRow {
  on: Day
  publicLine: string
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
      publicLine: 'e.public_line',
      toState: 'e.to_state',
      unshown: 'w.text',
      checkState: 'k.state',
    },
    from: `FROM matter_event e
      LEFT JOIN matter k ON k.id = e.line_check_id AND NOT ${isShownSql('k')}
      LEFT JOIN content_check w ON w.id = k.id
      WHERE e.town_id = ? AND e.matter_id = ? AND e.kind = 'suggestion' AND e.public_line IS NOT NULL`,
    order: 'e.version',
    parameters: [townId, id],
  })

export const linesOf = (lines: readonly LineRow[]) =>
  lines.map((event): { on: Day; line: string; step: Step } => ({
    on: event.on,
    line: event.unshown
      ? event.publicLine.split(event.unshown).join(event.checkState === 'hidden' ? takenBack : beingChecked)
      : event.publicLine,
    step: suggestionStates[event.toState].step,
  }))

export const readPublicTimeline = async (reader: Reader, townId: string, id: string) =>
  linesOf((await readTogether(reader, { lines: linesPart(townId, id) })).lines)
