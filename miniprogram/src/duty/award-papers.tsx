import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { showTown } from '../../../shared/api/towns'
import { showAward } from '../../../shared/matters/award/endpoints'
import { certificatePaper } from '../../../shared/matters/award/papers'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { PaperSheet } from '../work/paper-sheet'

/** 荣誉证书, to be printed. */
export default function AwardPapers() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const [view, { name }] = await Promise.all([
      ask(showAward, { params: { town, id: params.id ?? '' } }),
      ask(showTown, { params: { town } }),
    ])
    return { view, town: name }
  }, [])
  return (
    <Page>
      <Loaded state={state}>
        {({ view, town }) =>
          view.state === 'granted' ? (
            <>
              <View className="not-printed stack">
                <PrintButton />
              </View>
              <PaperSheet paper={certificatePaper(view, town)} />
            </>
          ) : (
            <Empty>授予以后，这里就可以打印证书。</Empty>
          )
        }
      </Loaded>
    </Page>
  )
}
