import { View } from '@tarojs/components'
import { showOpinion } from '../../../shared/matters/opinion/endpoints'
import { opinionTable } from '../../../shared/matters/opinion/table'
import { refusals } from '../../../shared/words/refusals'
import { opinionKinds, unnamedResident } from '../../../shared/words/words'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import type { OneMatter } from './one-matter'
import { OpinionActions } from './opinion-actions'
import { Conversation, OpinionEnd, OpinionSuggestion } from './opinion-parts'
import { openMatter } from './open-matter'
import { Tag } from '../pieces/tag'
import { spokenDeadline, urgencyTones } from './words'

/** What a resident said, for the deputy or the office. */
export function OpinionPanel({ town, id, changed }: OneMatter) {
  const state = useLoaded(() => ask(showOpinion, { params: { town, id } }), [town, id])
  return (
    <Loaded state={state}>
      {(opinion) => (
        <View className="stack">
          <Card>
            <View className="note">
              {[opinionKinds[opinion.kind], opinion.village?.name, opinion.station]
                .filter(Boolean)
                .join(' · ')}
            </View>
            <View className="title">{opinion.summary}</View>
            <View className="tags">
              <Tag tone={opinion.waitsFor === null ? 'done' : 'flow'}>
                {opinionTable.states[opinion.state].label}
              </Tag>
              {opinion.due ? (
                <Tag tone={urgencyTones[opinion.due.urgency]}>{spokenDeadline(opinion.due.on)}</Tag>
              ) : null}
            </View>
            {opinion.resident ? (
              <View className="note">
                {`反映人：${opinion.resident.name ?? unnamedResident}${opinion.resident.phone ? `，电话 ${opinion.resident.phone}` : ''}${opinion.resident.writtenByAnother ? '（别人代写）' : ''}`}
              </View>
            ) : null}
          </Card>
          <Card>
            <Conversation opinion={opinion} asResident={false} />
          </Card>
          <OpinionEnd opinion={opinion} />
          {opinion.gated.map(({ action, because }) => (
            <Notice key={action} tone="soon">
              {refusals[because][1]}
            </Notice>
          ))}
          <OpinionActions
            town={town}
            opinion={opinion}
            done={(newer) => {
              state.put(newer)
              changed?.()
            }}
          />
          {opinion.suggestion ? (
            <Button tone="quiet" onTap={() => openMatter('suggestion', town, opinion.suggestion?.id ?? '')}>
              打开这件建议
            </Button>
          ) : null}
          <OpinionSuggestion town={town} opinion={opinion} />
        </View>
      )}
    </Loaded>
  )
}
