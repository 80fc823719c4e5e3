import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { listUnreached } from '../../../shared/api/deliveries'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { Card, Cell } from '../pieces/card'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { registerNamed, registerRowPage } from '../work/registers'

/** Units, groups and stations in which nobody is bound: what they are given is heard by no one. */
export function UnreachedPlaces() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    return { town, ...(await ask(listUnreached, { params: { town } })) }
  }, [])
  return (
    <Loaded state={state}>
      {({ town, places }) =>
        places.length === 0 ? null : (
          <View className="section">
            <Notice tone="soon">
              {`这 ${places.length} 处还没有人绑定微信，交给他们的事没有人收到。请发邀请码，有人绑定以后就不再列在这里。`}
            </Notice>
            <Card tight>
              {places.map(({ register, id, name }) => (
                <Cell
                  key={id}
                  label={name}
                  note={registerNamed(register)?.word ?? ''}
                  onTap={() => void Taro.navigateTo({ url: registerRowPage(register, town, id) })}
                />
              ))}
            </Card>
          </View>
        )
      }
    </Loaded>
  )
}
