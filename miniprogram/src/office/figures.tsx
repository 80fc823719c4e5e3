import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { mayDo } from '../../../shared/permissions'
import { heldRoles, type Me, rolesIn } from '../client/me'
import { Lanes } from '../pieces/lanes'
import { Page } from '../pieces/page'
import { useMe } from '../hooks/use-me'
import { AgeingPanel } from './ageing-panel'
import { AnnualPanel } from './annual-panel'
import { ContactsPanel } from './contacts-panel'
import { CountyPanel } from './county-panel'
import { LedgerPanel } from './ledger-panel'
import { PersonTimesPanel } from './person-times-panel'
import { RatesPanel } from './rates-panel'
import { ToldCard } from './told-card'
import { StructurePanel } from './structure-panel'
import './figures.scss'

const panels = {
  rates: { word: '各项比率', Panel: RatesPanel, needs: 'followFigures' },
  contacts: { word: '接待、走访、实事', Panel: ContactsPanel, needs: 'followFigures' },
  personTimes: { word: '培训和活动人次', Panel: PersonTimesPanel, needs: 'followFigures' },
  county: { word: '全县各镇', Panel: CountyPanel, needs: 'followCounty' },
  ageing: { word: '久拖未动', Panel: AgeingPanel, needs: 'keepLedger' },
  annual: { word: '年度报告', Panel: AnnualPanel, needs: 'followFigures' },
  structure: { word: '代表结构', Panel: StructurePanel, needs: 'followFigures' },
  ledger: { word: '建议台账', Panel: LedgerPanel, needs: 'keepLedger' },
} as const
type PanelName = keyof typeof panels

/** What is open to this person in this town: staff of the county read rates, but keep no ledger. */
const wordsFor = (me: Me | undefined, town: string | undefined) =>
  Object.fromEntries(
    (Object.keys(panels) as PanelName[])
      .filter((name) => mayDo(panels[name].needs, town ? rolesIn(me, town) : heldRoles(me)))
      .map((name) => [name, panels[name].word]),
  ) as Record<PanelName, string>

/**
 * What the chair and the office look at and hand out: rates, what lies still, the year's numbers, the ledger. The county
 * sees its towns as rows, and from a row comes to one of them.
 */
export default function FiguresPage() {
  const { params } = useRouter()
  const me = useMe()
  const [chosen, open] = useState(params.panel as PanelName | undefined)
  const wholeCounty = Boolean(me?.county) && !params.town
  const asked = chosen !== undefined && chosen in panels ? chosen : undefined
  const shown = asked ?? (wholeCounty ? 'county' : 'rates')
  const { Panel } = panels[shown]
  const words = wordsFor(me, params.town)
  return (
    <Page>
      {wholeCounty ? null : (
        <View className="not-printed">
          <Lanes words={words} open={shown} onOpen={open} />
        </View>
      )}
      <Panel key={shown} town={params.town} />
      {shown === 'rates' && 'ageing' in words ? <ToldCard town={params.town} /> : null}
    </Page>
  )
}
