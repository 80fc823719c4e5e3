import { useRouter } from '@tarojs/taro'
import { Page } from '../pieces/page'
import { StandingList } from '../work/standing-list'

export default function OfficeStandingPage() {
  const { params } = useRouter()
  return (
    <Page>
      <StandingList named={params.town} whose="all" />
    </Page>
  )
}
