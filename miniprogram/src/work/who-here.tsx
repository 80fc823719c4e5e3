import { View } from '@tarojs/components'
import { roles } from '../../../shared/permissions'
import { Chips } from '../pieces/chips'
import { Heading } from '../pieces/heading'
import { ElderSwitch } from './elder-switch'
import type { Face } from './face'
import './who-here.scss'

/** Who I am in this town and as what; whoever is more than a resident turns from one to the other here. */
export function WhoHere({ town, face }: { town: string; face: Face }) {
  const { name, unit, held, works, turn } = face
  return (
    <View className="who-here">
      <ElderSwitch />
      <View className="who-here-name">
        <Heading large>{works && name ? name : town}</Heading>
        <View className="note">{[works ? town : '', works ? unit : ''].filter(Boolean).join(' · ')}</View>
      </View>
      {turn ? (
        <Chips
          words={{ works: held.map((role) => roles[role]).join('、'), resident: roles.resident }}
          chosen={works ? 'works' : 'resident'}
          onChoose={(chosen) => turn(chosen === 'works')}
        />
      ) : null}
    </View>
  )
}
