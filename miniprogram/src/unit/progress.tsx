import { useRouter } from '@tarojs/taro'
import { Page } from '../pieces/page'
import { ProgressList } from '../work/progress-list'

/** What the unit has in hand, to report how each stands. */
export default function UnitProgress() {
  const { params } = useRouter()
  return (
    <Page>
      <ProgressList
        town={params.town}
        folder="unit"
        says="每两个月向镇人大报告一次进展：办到哪一步写一句，领衔代表和镇人大办马上看到。"
      />
    </Page>
  )
}
