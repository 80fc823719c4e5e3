import { useRouter } from '@tarojs/taro'
import { AppraisalList } from '../components/appraisal-list'
import { Page } from '../components/page'

export default function DeputyAppraisals() {
  const { params } = useRouter()
  return (
    <Page>
      <AppraisalList named={params.town} folder="deputy" />
    </Page>
  )
}
