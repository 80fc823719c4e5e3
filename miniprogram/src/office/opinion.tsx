import { useRouter } from '@tarojs/taro'
import { OpinionPanel } from '../work/opinion-panel'
import { Page } from '../pieces/page'

export default function OfficeOpinion() {
  const { params } = useRouter()
  return (
    <Page>
      <OpinionPanel town={params.town ?? ''} id={params.id ?? ''} />
    </Page>
  )
}
