import { useRouter } from '@tarojs/taro'
import { AppraisalList } from '../work/appraisal-list'
import { Page } from '../pieces/page'

export default function DeputyAppraisals() {
  const { params } = useRouter()
  return (
    <Page>
      <AppraisalList named={params.town} folder="deputy" />
    </Page>
  )
}
