import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { currentTown } from '../client/town'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { press } from '../pieces/press'
import { useLoaded } from '../hooks/use-loaded'
import { SettingsCalendar } from './settings-calendar'
import { SettingsLog } from './settings-log'
import { SettingsRules } from './settings-rules'
import '../pieces/chip.scss'
import './settings.scss'

const parts = {
  rules: { word: '规则和期限', Part: SettingsRules },
  calendar: { word: '工作日历', Part: SettingsCalendar },
  log: { word: '操作日志', Part: SettingsLog },
} as const

/** By which rules the town works, on which days, and who changed that. */
export default function Settings() {
  const { params } = useRouter()
  const [shown, setShown] = useState<keyof typeof parts>(params.part === 'calendar' ? 'calendar' : 'rules')
  const town = useLoaded(() => currentTown(params.town), [])
  const { Part } = parts[shown]
  return (
    <Page>
      <View className="field-chips settings-parts">
        {(Object.keys(parts) as (keyof typeof parts)[]).map((part) => (
          <View
            key={part}
            className={`chip${shown === part ? ' chip-on' : ''}`}
            {...press(() => setShown(part))}
          >
            {parts[part].word}
          </View>
        ))}
      </View>
      <Loaded state={town}>{(id) => <Part town={id} />}</Loaded>
    </Page>
  )
}
