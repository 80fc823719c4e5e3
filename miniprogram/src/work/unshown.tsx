import { View } from '@tarojs/components'
import { unshownOfSuggestion } from '../../../shared/matters/content-check/endpoints'
import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { Heading } from '../pieces/heading'
import { ContentCheckCard } from './content-check-card'

/** What was written for the public and is not public yet. Everybody who works on the matter reads it as it is. */
export function Unshown({ town, suggestion }: { town: string; suggestion: SuggestionView }) {
  const { id, version } = suggestion
  const state = useLoaded(() => ask(unshownOfSuggestion, { params: { town, id } }), [town, id, version])
  const items = state.value?.items ?? []
  if (items.length === 0) return null
  return (
    <View className="stack">
      <Heading>还没有公开的内容</Heading>
      {items.map((check) => (
        <ContentCheckCard key={check.id} town={town} check={check} named={false} done={state.reload} />
      ))}
    </View>
  )
}
