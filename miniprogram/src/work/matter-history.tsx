import type { MatterView } from '../../../shared/grammar/matter-view'
import { spokenInstant } from '../../../shared/rules/days'
import { Card } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Timeline } from '../pieces/timeline'
import type { MatterParts } from './matter-parts'
import { today } from './words'

/** Who did what and when. */
export function MatterHistory({ parts, view }: { parts: MatterParts<MatterView>; view: MatterView }) {
  if (view.timeline.length === 0) return null
  return (
    <Card>
      <Heading>经过</Heading>
      <Timeline
        entries={view.timeline.map((event) => ({
          when: `${spokenInstant(new Date(event.at), today())} · ${event.by}`,
          line: parts.table.actions[event.action]?.label ?? parts.eventWord?.(event) ?? '开始',
          note: event.note,
        }))}
      />
    </Card>
  )
}
