import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { Button } from '../pieces/button'
import { Page } from '../pieces/page'
import { WorkDesk } from '../work/work-desk'

export default function DeputyTasks() {
  const { params } = useRouter()
  return (
    <Page bare>
      <View id="new-suggestion" style={{ marginBottom: '12px' }}>
        <Button
          tone="quiet"
          onTap={() => void Taro.navigateTo({ url: `/deputy/draft?town=${params.town ?? ''}` })}
        >
          写一件新建议
        </Button>
      </View>
      <WorkDesk folder="deputy" withOpinions />
    </Page>
  )
}
