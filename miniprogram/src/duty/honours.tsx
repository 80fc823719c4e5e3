import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { showTown } from '../../../shared/api/towns'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { listPublicAwards } from '../../../shared/matters/award/endpoints'
import { noticePaper } from '../../../shared/matters/award/papers'
import { awardTitle } from '../../../shared/matters/award/words'
import { deputyNamed } from '../../../shared/words/messages'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { usePages } from '../hooks/use-pages'
import { Card } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Page } from '../pieces/page'
import { Part } from '../pieces/part'
import { PrintAll } from '../pieces/print-all'
import { PaperSheet } from '../work/paper-sheet'
import { today } from '../work/words'

type Row = OutputOf<typeof listPublicAwards>['items'][number]

/** 表彰公示, for everyone: who stands on the notice, and what was granted. */
export default function Honours() {
  const { params } = useRouter()
  const pages = usePages<Row, object>(
    async (cursor) =>
      ask(listPublicAwards, { params: { town: await currentTown(params.town) }, query: { cursor } }),
    [],
  )
  const town = useLoaded(async () => ask(showTown, { params: { town: await currentTown(params.town) } }), [])
  return (
    <Page>
      <View className="lead not-printed">
        <Heading large>表彰公示</Heading>
        <View className="note">
          名单按名册和证书号排，不分先后。公示期内有意见的，写信、打电话、当面说都行，告诉镇人大办。
        </View>
      </View>
      <Loaded state={pages}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>现在没有公示，也还没有授予过表彰。有了会贴在这里。</Empty>
          ) : (
            <View className="section stack">
              {noticesIn(items).map((notice) => (
                <View key={notice.title} className="stack">
                  <View className="not-printed">
                    <PrintAll pages={pages} />
                  </View>
                  <PaperSheet paper={noticePaper(notice, town.value?.name ?? '', today())} />
                </View>
              ))}
              <Granted items={items.filter(({ noticeTo }) => noticeTo === null)} />
              <MorePages pages={pages} />
            </View>
          )
        }
      </Loaded>
    </Page>
  )
}

const whoseOf = ({ awardKind, deputy, group, suggestion }: Row) =>
  awardKind === 'group'
    ? (group ?? '')
    : awardKind === 'deputy'
      ? deputyNamed(deputy ?? '')
      : `${suggestion?.item ?? ''}（${suggestion?.no ?? ''}，${deputyNamed(deputy ?? '')}）`

/** What is on notice now: one paper for each name of praise and last day. */
function noticesIn(items: readonly Row[]) {
  const notices = new Map<string, Parameters<typeof noticePaper>[0] & { lines: object[] }>()
  for (const row of items) {
    if (row.noticeTo === null) continue
    const title = awardTitle(row.year, row.title)
    const key = `${title} ${row.noticeTo}`
    const lines = [...(notices.get(key)?.lines ?? []), { whose: whoseOf(row), deeds: row.deeds }]
    notices.set(key, { title, noticeTo: row.noticeTo, lines })
  }
  return [...notices.values()]
}

const Granted = ({ items }: { items: readonly Row[] }) =>
  items.length === 0 ? null : (
    <View className="not-printed stack">
      <Heading>已经授予的</Heading>
      {items.map((row) => (
        <Card key={row.certificateNo}>
          <View className="heading">{whoseOf(row)}</View>
          <View className="note">{`${awardTitle(row.year, row.title)} · 证书号 ${row.certificateNo ?? ''}`}</View>
          <Part label="事迹">{row.deeds}</Part>
        </Card>
      ))}
    </View>
  )
