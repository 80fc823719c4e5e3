import type { MatterView } from '../../../shared/grammar/matter-view'
import { spokenInstant } from '../../../shared/rules/days'
import { Card } from '../pieces/card'
import { Fold } from '../pieces/fold'
import { Heading } from '../pieces/heading'
import { Timeline } from '../pieces/timeline'
import type { MatterParts } from './matter-parts'
import { today } from './words'

/** So many of the last steps are told at once. */
const mostRecent = 3

/** Who did what and when: the last steps, and those before them folded. */
export function MatterHistory({ parts, view }: { parts: MatterParts<MatterView>; view: MatterView }) {
  if (view.timeline.length === 0) return null
  const entries = view.timeline.map((event) => ({
    when: `${spokenInstant(new Date(event.at), today())} · ${event.by}`,
    line: parts.table.actions[event.action]?.label ?? parts.eventWord?.(event) ?? '开始',
    note: event.note,
  }))
  const before = entries.slice(0, -mostRecent)
  return (
    <>
      <Card>
        <Heading>{before.length > 0 ? `经过 ${entries.length} 步，最近 ${mostRecent} 步` : '经过'}</Heading>
        <Timeline entries={entries.slice(-mostRecent)} />
      </Card>
      {before.length > 0 ? (
        <Fold title={`更早的 ${before.length} 步`}>
          <Card>
            <Timeline entries={before} />
          </Card>
        </Fold>
      ) : null}
    </>
  )
}
