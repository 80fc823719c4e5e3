import { suggestionStates, type SuggestionState } from '../../../shared/matters/suggestion/states'
import { suggestionTable } from '../../../shared/matters/suggestion/table'
import type { ActionRow } from '../../../shared/grammar/matter'
import type { Day } from '../../../shared/rules/days'
import type { Party } from '../../../shared/words/parties'
import { beingChecked, type Step, takenBack } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { quoted } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import { isShownSql } from '../../matters/content-check/shown'

const rows: Readonly<Record<string, ActionRow<string, Party, string>>> = suggestionTable.actions
/** What becomes of earlier lines is told by these, also where they have no line of their own. */
const speakOfLines = Object.entries(rows).flatMap(([action, { takesBack, putsBack, byWordOf }]) =>
  (takesBack ?? putsBack ?? byWordOf) === undefined ? [] : [action],
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
      WHERE e.town_id = ? AND e.matter_id = ? AND e.kind = 'suggestion' AND (e.public_line IS NOT NULL OR e.action IN (${quoted(speakOfLines)}))`,
    order: 'e.version',
    parameters: [townId, id],
  })

interface Line {
  on: Day
  line: string
  step: Step
  action: string
  /** What later steps say of it, each once. */
  notes: Set<string>
}

/** What was typed for somebody is the step that it stands for. */
const stepOf = (action: string) => rows[action]?.byWordOf?.step ?? action

/** A line that a later step says otherwise of says so itself; what was put back says nothing of others any more. */
export function linesOf(events: readonly LineRow[]) {
  const lines: Line[] = []
  let typed: { own: Line | undefined; unsay: () => void } | undefined
  for (const event of events) {
    const { takesBack = {}, putsBack, byWordOf } = rows[event.action] ?? {}
    if (putsBack !== undefined && typed !== undefined) {
      typed.own?.notes.add(putsBack)
      typed.unsay()
    }
    const spokenOf = [...lines].reverse().find(({ action }) => stepOf(action) in takesBack)
    const note = spokenOf && takesBack[stepOf(spokenOf.action)]
    if (note !== undefined) spokenOf?.notes.add(note)
    const own = event.publicLine === null ? undefined : shownLine(event, event.publicLine)
    if (own !== undefined) lines.push(own)
    if (byWordOf !== undefined)
      typed = { own, unsay: () => note !== undefined && spokenOf?.notes.delete(note) }
  }
  return lines.map(({ on, line, step, notes }) => ({ on, line: [line, ...notes].join(''), step }))
}

const shownLine = ({ on, action, unshown, checkState, toState }: LineRow, line: string): Line => ({
  on,
  line: unshown ? line.split(unshown).join(checkState === 'hidden' ? takenBack : beingChecked) : line,
  step: suggestionStates[toState].step,
  action,
  notes: new Set(),
})

export const readPublicTimeline = async (reader: Reader, townId: string, id: string) =>
  linesOf((await readTogether(reader, { lines: linesPart(townId, id) })).lines)
