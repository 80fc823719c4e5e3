import { useRouter } from '@tarojs/taro'
import { Page } from '../components/page'
import { StandingList } from '../components/standing-list'

export default function UnitStandingPage() {
  const { params } = useRouter()
  return (
    <Page>
      <StandingList named={params.town} whose="own" />
    </Page>
  )
}
