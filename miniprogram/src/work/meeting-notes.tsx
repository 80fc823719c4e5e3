import Taro from '@tarojs/taro'
import { noteKinds } from '../../../shared/matters/deliberation-summary/words'
import { matterPage } from '../../../shared/words/pages'
import { Card, Cell } from '../pieces/card'
import { Fold } from '../pieces/fold'
import { Part } from '../pieces/part'
import type { MeetingShown } from './review-steps'

/** 审议发言, the last one first, and the way to what became of them. */
export function MeetingNotes({ town, view }: { town: string; view: MeetingShown }) {
  const { notes, summary, agenda } = view
  return (
    <>
      {summary === null ? null : (
        <Card tight>
          <Cell
            label="审议意见"
            note={summary.says}
            onTap={() =>
              void Taro.navigateTo({ url: `/${matterPage('deliberationSummary', town, summary.id)}` })
            }
          />
        </Card>
      )}
      {notes.length === 0 ? null : (
        <Fold title="审议发言" note={`${notes.length} 条`} open={view.state === 'open'}>
          {[...notes].reverse().map(({ id, agendaItemId, group, kind, text, speaker }) => (
            <Part
              key={id}
              label={[
                ...[noteKinds[kind], group ?? '全体会上', speaker],
                agenda.find((one) => one.id === agendaItemId)?.title,
              ]
                .filter(Boolean)
                .join(' · ')}
            >
              {text}
            </Part>
          ))}
        </Fold>
      )}
    </>
  )
}
