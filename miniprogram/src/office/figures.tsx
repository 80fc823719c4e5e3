import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Lanes } from '../components/lanes'
import { Page } from '../components/page'
import { AgeingPanel } from './ageing-panel'
import { AnnualPanel } from './annual-panel'
import { LedgerPanel } from './ledger-panel'
import { RatesPanel } from './rates-panel'
import './figures.scss'

const panels = { rates: RatesPanel, ageing: AgeingPanel, annual: AnnualPanel, ledger: LedgerPanel }
const words = { rates: '各项比率', ageing: '久拖未动', annual: '年度报告', ledger: '建议台账' } as const

/** What the chair and the office look at and hand out: rates, what lies still, the year's numbers, the ledger. */
export default function FiguresPage() {
  const { params } = useRouter()
  const [open, setOpen] = useState<keyof typeof panels>('rates')
  const Panel = panels[open]
  return (
    <Page>
      <View className="not-printed">
        <Lanes words={words} open={open} onOpen={setOpen} />
      </View>
      <Panel town={params.town} />
    </Page>
  )
}
