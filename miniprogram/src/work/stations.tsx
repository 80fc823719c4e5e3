import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { stationKinds } from '../../../shared/words/words'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { press } from '../pieces/press'
import type { TownHome } from './own-village'

/** From this many on those of other villages wait behind one row. */
const tooMany = 4

/** The stations of a town: that of one's own village and those of the whole town first. */
export function Stations({ town, village }: { town: TownHome; village: string | undefined }) {
  const [all, showAll] = useState(false)
  const isNear = ({ villageId }: TownHome['stations'][number]) => villageId === null || villageId === village
  const near = town.stations
    .filter((one) => one.villageId === village)
    .concat(town.stations.filter((one) => isNear(one) && one.villageId !== village))
  const far = town.stations.filter((one) => !isNear(one))
  const shown = all || far.length < tooMany ? [...near, ...far] : near
  return (
    <View className="section">
      <View className="section-head">
        <Heading>代表之家和活动室</Heading>
        <View
          className="more"
          {...press(() => void Taro.navigateTo({ url: `/pages/deputies?town=${town.id}` }))}
        >
          各村的代表
        </View>
      </View>
      <Card tight>
        {shown.map(({ id, name, kind }) => (
          <Cell
            key={id}
            label={name}
            onTap={() => void Taro.navigateTo({ url: `/pages/station?town=${town.id}&id=${id}` })}
          >
            {name.includes(stationKinds[kind]) ? null : <Text className="note">{stationKinds[kind]}</Text>}
          </Cell>
        ))}
        {shown.length < town.stations.length ? (
          <Cell
            label={village ? '别的村' : '各村的活动室'}
            note={`${far.length} 个`}
            onTap={() => showAll(true)}
          />
        ) : null}
      </Card>
    </View>
  )
}
