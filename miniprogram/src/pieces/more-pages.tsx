import { View } from '@tarojs/components'
import type { Trouble } from '../hooks/use-loaded'
import { Button } from './button'
import { TroubleNotice } from './notice'
import './more-pages.scss'

/** The foot of a list: a visible way to more of it, because not every phone notices the end of the screen. */
export const MorePages = ({
  pages,
}: {
  pages: { hasMore: boolean; busy: boolean; more: () => void; moreTrouble: Trouble | undefined }
}) => (
  <>
    <View className="more-pages">
      {pages.moreTrouble ? <TroubleNotice trouble={pages.moreTrouble} /> : null}
      {pages.hasMore ? (
        <Button tone="quiet" busy={pages.busy} onTap={pages.more}>
          再看一些
        </Button>
      ) : (
        <View className="note">没有更多了</View>
      )}
    </View>
    {pages.hasMore ? (
      <View className="only-printed">这里没有印全：请用页上的“打印”，会先取全部再印。</View>
    ) : null}
  </>
)
