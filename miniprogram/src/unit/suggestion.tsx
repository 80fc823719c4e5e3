import { useRouter } from '@tarojs/taro'
import { Page } from '../pieces/page'
import { SuggestionPanel } from '../work/suggestion-panel'

export default function UnitSuggestion() {
  const { params } = useRouter()
  return (
    <Page>
      <SuggestionPanel town={params.town ?? ''} id={params.id ?? ''} />
    </Page>
  )
}
