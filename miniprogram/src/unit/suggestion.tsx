import { useRouter } from '@tarojs/taro'
import { Page } from '../components/page'
import { SuggestionPanel } from '../components/suggestion-panel'

export default function UnitSuggestion() {
  const { params } = useRouter()
  return (
    <Page>
      <SuggestionPanel town={params.town ?? ''} id={params.id ?? ''} />
    </Page>
  )
}
