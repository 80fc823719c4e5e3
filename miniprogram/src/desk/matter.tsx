import { useRouter } from '@tarojs/taro'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { MatterPanel, titleOf } from '../work/matter-kinds'

/** A matter of any kind, for whoever works on it. */
export default function Matter() {
  const { params } = useRouter()
  const { kind = '', id = '' } = params
  const town = useLoaded(() => currentTown(params.town), [])
  return (
    <Page title={titleOf(kind)}>
      <Loaded state={town}>{(at) => <MatterPanel kind={kind} town={at} id={id} />}</Loaded>
    </Page>
  )
}
