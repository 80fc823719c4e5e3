import Taro from '@tarojs/taro'
import { Card } from '../pieces/card'
import type { TownDeputy } from './deputies-by-village'
import { DeputyCard } from './deputy-card'

/** One card each; a tap, and one writes to them. */
export const DeputiesToTell = ({ town, deputies }: { town: string; deputies: readonly TownDeputy[] }) =>
  deputies.map((deputy) => (
    <Card
      key={deputy.id}
      onTap={() => void Taro.navigateTo({ url: `/pages/write?town=${town}&deputy=${deputy.id}` })}
    >
      <DeputyCard deputy={deputy} />
    </Card>
  ))
