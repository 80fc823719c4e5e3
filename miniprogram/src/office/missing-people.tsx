import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { RosterReport } from '../../../shared/api/roster'
import { Button } from '../pieces/button'
import { registerRowPage } from '../work/registers'

const mostShown = 50

/** Who stands in the register and not in the file: nobody is ended by that, somebody looks at each. */
export function MissingPeople({ town, people }: { town: string; people: RosterReport['missing'] }) {
  if (people.length === 0) return null
  return (
    <View>
      <View className="note">{`名册里有、文件里没有的 ${people.length} 人，保持不变。真的离开了的，点开一个一个办：`}</View>
      <View className="import-missing">
        {people.slice(0, mostShown).map(({ id, name, holds }) => (
          <Button
            key={id}
            tone="quiet"
            small
            onTap={() => void Taro.navigateTo({ url: registerRowPage('person', town, id) })}
          >
            {holds.length === 0 ? name : `${name}（${holds.join('，')}）`}
          </Button>
        ))}
      </View>
      {people.length > mostShown ? (
        <View className="note">{`还有 ${people.length - mostShown} 人没有列出。`}</View>
      ) : null}
    </View>
  )
}
