import Taro from '@tarojs/taro'
import { Page } from '../pieces/page'
import { TownPicker } from '../work/town-picker'

/** Every town of this server by its name, one's own first: from here one goes to the home of another one. */
export default function Towns() {
  return (
    <Page>
      <TownPicker picked={() => void Taro.reLaunch({ url: '/pages/home' })} />
    </Page>
  )
}
