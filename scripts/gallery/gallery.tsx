import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Bars } from '../../miniprogram/src/pieces/bars'
import { Button } from '../../miniprogram/src/pieces/button'
import { Card, Cell } from '../../miniprogram/src/pieces/card'
import { CountLine } from '../../miniprogram/src/pieces/count-line'
import { Empty } from '../../miniprogram/src/pieces/empty'
import { FigureCards } from '../../miniprogram/src/pieces/figure-cards'
import { Fold } from '../../miniprogram/src/pieces/fold'
import { MorePages } from '../../miniprogram/src/pieces/more-pages'
import { Notice, TroubleNotice } from '../../miniprogram/src/pieces/notice'
import { Part } from '../../miniprogram/src/pieces/part'
import { PhotoPair } from '../../miniprogram/src/pieces/photo-pair'
import { PhotoRow } from '../../miniprogram/src/pieces/photos'
import { Sheet } from '../../miniprogram/src/pieces/sheet'
import { Skeleton } from '../../miniprogram/src/pieces/skeleton'
import { Table } from '../../miniprogram/src/pieces/table'
import { Tag, type TagTone } from '../../miniprogram/src/pieces/tag'
import { Timeline } from '../../miniprogram/src/pieces/timeline'
import { WechatButton } from '../../miniprogram/src/pieces/wechat-button'
import { YearGlance } from '../../miniprogram/src/pieces/year-glance'
import { Forms } from './forms'
import { nothing, Piece } from './piece'

const tones: Readonly<Record<TagTone, string>> = {
  done: '已办结',
  soon: '快到期',
  late: '逾期',
  grave: '严重逾期',
  flow: '办理中',
  calm: '已撤回',
}
const picture =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='4' height='3'%3E%3Crect width='4' height='3' fill='%23c9b99a'/%3E%3C/svg%3E"
const rows = [
  { id: '1', item: '修好桥头护栏', unit: '镇交通办', left: 12 },
  { id: '2', item: '给石桥村装路灯', unit: '镇供电所', left: -3 },
]

/** Every piece in every state that it has, on one page: to look at, and for a test to look at. */
export function Gallery() {
  const [open, setOpen] = useState(false)
  const [elder, setElder] = useState(false)
  useEffect(() => {
    const read = () => setElder(window.location.hash === '#elder')
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  return (
    <main className={`page${elder ? ' elder' : ''}`}>
      <h1 className="title">部件一览</h1>
      <Words onSheet={() => setOpen(true)} />
      <Forms />
      <Lists />
      {open ? (
        <Sheet title="从下面上来的一页" onClose={() => setOpen(false)}>
          <View>要办的写在这里。</View>
          <Button onTap={nothing}>送出</Button>
        </Sheet>
      ) : null}
    </main>
  )
}

const Words = ({ onSheet }: { onSheet: () => void }) => (
  <>
    <Piece name="按钮">
      {(['primary', 'quiet', 'danger'] as const).map((tone) => (
        <View key={tone} className="stack">
          <Button tone={tone} onTap={onSheet}>
            {tone === 'primary' ? '打开下面的一页' : '可以按'}
          </Button>
          <Button tone={tone} small onTap={nothing}>
            小的
          </Button>
          <Button tone={tone} icon="say" onTap={nothing}>
            带图的
          </Button>
          <Button tone={tone} busy onTap={nothing}>
            正在办
          </Button>
          <Button tone={tone} disabled onTap={nothing}>
            现在不能按
          </Button>
        </View>
      ))}
      <WechatButton asks="getPhoneNumber" onAnswer={nothing}>
        由微信来问的
      </WechatButton>
    </Piece>
    <Piece name="卡片和行">
      <Card>白纸上的一段话。</Card>
      <Card tight>
        <Cell label="开放时间">每天 9:00—17:00</Cell>
        <Cell label="点开看" note="后面还有" onTap={nothing} />
      </Card>
      <Card>
        <Part label="情况和原因">桥头的护栏松了。</Part>
      </Card>
    </Piece>
    <Piece name="状态">
      <View className="tags">
        {(Object.keys(tones) as TagTone[]).map((tone) => (
          <Tag key={tone} tone={tone}>
            {tones[tone]}
          </Tag>
        ))}
      </View>
    </Piece>
    <Piece name="一句话">
      <Notice>平常的一句话。</Notice>
      <Notice tone="done">办好了。</Notice>
      <Notice tone="soon">还有两天。</Notice>
      <Notice tone="late" next={{ label: '去办', onTap: nothing }}>
        逾期 3 天。
      </Notice>
      <TroubleNotice trouble={{ kind: 'offline', sentence: '网络不好，没有连上。' }} retry={nothing} />
      <TroubleNotice trouble={{ kind: 'refused', sentence: '这一步已经有人办了。' }} />
      <Empty next="看全部" onNext={nothing}>
        这里没有符合的。
      </Empty>
    </Piece>
    <Piece name="还在路上">
      <Skeleton cards={1} />
    </Piece>
  </>
)

const Lists = () => (
  <>
    <Piece name="数字">
      <CountLine counts={{ 在办: 26, 办结: 17, 逾期: 4 }} late="逾期" onOpen={nothing} />
      <FigureCards
        cards={[
          { word: '在办', figure: '26', note: '比上月 +9', onOpen: nothing },
          { word: '逾期', figure: '4', note: '单位 3，代表 1', late: true },
        ]}
      />
      <Bars
        rows={[
          { key: 'a', name: '镇水利站', whole: 8, late: 2, words: '8 件，逾期 2 件' },
          { key: 'b', name: '镇交通办', whole: 3, late: 0, words: '3 件' },
        ]}
        onOpen={nothing}
      />
    </Piece>
    <Piece name="表格">
      <Table
        said="建议"
        columns={[
          { key: 'item', head: '事项', cell: ({ item }) => item, order: ({ item }) => item },
          { key: 'unit', head: '单位', cell: ({ unit }) => unit },
          { key: 'left', head: '还有几天', cell: ({ left }) => String(left), order: ({ left }) => left },
        ]}
        rows={rows}
        keyOf={({ id }) => id}
        onOpen={nothing}
        sorted={{ by: 'left', down: false }}
        onSort={nothing}
      />
      <MorePages pages={{ hasMore: true, busy: false, more: nothing, moreTrouble: undefined }} />
      <MorePages pages={{ hasMore: false, busy: false, more: nothing, moreTrouble: undefined }} />
    </Piece>
    <Piece name="折起来的">
      <Fold title="建议原文" note="3 段">
        折着的。
      </Fold>
      <Fold title="经过" open>
        <Timeline
          entries={[
            { when: '11月20日', line: '镇交通办签收' },
            { when: '11月28日', line: '答复代表', note: '护栏换好了。' },
          ]}
        />
      </Fold>
    </Piece>
    <Piece name="一年的日子">
      <YearGlance
        year={2026}
        today="2026-11-28"
        marks={
          new Map([
            ['2026-12-25', { tone: 'off', sign: '休', word: '放假' }],
            ['2026-12-27', { tone: 'on', sign: '班', word: '上班' }],
            ['2026-12-30', { tone: 'own', sign: '镇', word: '本镇放假' }],
          ])
        }
        onPick={nothing}
      />
    </Piece>
    <Piece name="照片">
      <PhotoPair
        of="桥头护栏"
        sides={[
          { word: '办理前', sources: [picture] },
          { word: '办理后', sources: [], beingChecked: 1 },
        ]}
      />
      <PhotoRow label="现场" sources={[picture]} beingChecked={1} />
    </Piece>
  </>
)
