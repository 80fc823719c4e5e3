import { Input, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import {
  type ContentCheckView,
  listPublicTexts,
  type PublicList,
  publicLists,
} from '../../../shared/matters/content-check/endpoints'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { asked } from '../pieces/aloud'
import { Button } from '../pieces/button'
import { Chips } from '../pieces/chips'
import { ContentCheckCard } from '../work/content-check-card'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { usePages } from '../hooks/use-pages'

/** 已经公开的内容: everything that anyone outside may read now, to be taken back at once where it ought not to be read. */
export default function PublicTexts() {
  const { params } = useRouter()
  const [list, setList] = useState<PublicList>('matters')
  const [typed, setTyped] = useState('')
  const [words, setWords] = useState('')
  const checks = usePages<ContentCheckView, { town: string }>(
    async (cursor) => {
      const town = await currentTown(params.town)
      const input = { list, cursor, ...(words ? { words } : {}) }
      return { town, ...(await ask(listPublicTexts, { params: { town }, input })) }
    },
    [list, words],
  )
  return (
    <Page>
      <Notice>
        公开栏、承诺台账、站点和代表名录上现在看得到的每一句话、每一张照片。发现不该公开的，点“撤下”，一分钟内外面就看不到；写的人会收到理由。
      </Notice>
      <View className="section">
        <Chips words={publicLists} chosen={list} onChoose={setList} />
        <View className="field">
          <View className="field-label">按字句或建议编号找</View>
          <Input
            id="public-words"
            {...asked('按字句或建议编号找')}
            className="field-input"
            value={typed}
            maxlength={40}
            confirmType="search"
            onInput={({ detail }) => setTyped(detail.value)}
            onConfirm={() => setWords(typed.trim())}
          />
        </View>
        <View id="public-find">
          <Button tone="quiet" onTap={() => setWords(typed.trim())}>
            查找
          </Button>
        </View>
      </View>
      <View className="section">
        <Loaded state={checks}>
          {({ items, town }) =>
            items.length === 0 ? (
              <Empty>没有找到。</Empty>
            ) : (
              <View className="stack">
                {items.map((check) => (
                  <ContentCheckCard key={check.id} town={town} check={check} named done={checks.reload} />
                ))}
                <MorePages pages={checks} />
              </View>
            )
          }
        </Loaded>
      </View>
    </Page>
  )
}
