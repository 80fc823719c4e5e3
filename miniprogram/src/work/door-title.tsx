import Taro, { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { doorsOpenTo } from '../../../shared/open-doors'
import { heldRoles, rolesIn } from '../client/me'
import { useMe } from '../hooks/use-me'

/** A place is called above its page as on the door that leads there: of several doors to one page, as on one's own. */
export function DoorTitle() {
  const { path, params } = useRouter()
  const me = useMe()
  const held = params.town ? rolesIn(me, params.town) : heldRoles(me)
  const word = doorsOpenTo(held).find(({ page, tab }) => !tab && leadsTo(page, path, params))?.word
  useEffect(() => {
    if (word) void Taro.setNavigationBarTitle({ title: word })
  }, [word])
  return null
}

function leadsTo(page: string, path: string, params: Readonly<Partial<Record<string, string>>>) {
  const [place = '', query = ''] = page.split('?')
  const asked = query ? query.split('&').map((one) => one.split('=')) : []
  return (
    path.replace(/^\//, '').replace(/\?.*/, '') === place &&
    asked.every(([name = '', value]) => name === 'lane' || params[name] === value)
  )
}
