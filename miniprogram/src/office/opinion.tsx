import { useRouter } from '@tarojs/taro'
import { OpinionPanel } from '../components/opinion-panel'
import { Page } from '../components/page'

export default function OfficeOpinion() {
  const { params } = useRouter()
  return (
    <Page>
      <OpinionPanel town={params.town ?? ''} id={params.id ?? ''} />
    </Page>
  )
}
