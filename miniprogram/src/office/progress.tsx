import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { ProgressList } from '../work/progress-list'

/** How everything stands that units have in hand; printed, it is the list for the presidium's hearing. */
export default function OfficeProgress() {
  const { params } = useRouter()
  return (
    <Page>
      <ProgressList
        town={params.town}
        folder="office"
        says="各单位每两个月报告一次进展，过了时间没有报告的排在前面。主席团听取汇报时可以打印。"
      />
      <View className="section not-printed">
        <PrintButton />
      </View>
    </Page>
  )
}
