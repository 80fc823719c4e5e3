import { View } from '@tarojs/components'
import { type ReactNode, useContext } from 'react'
import type { Loaded as State } from '../hooks/use-loaded'
import { TroubleNotice } from './notice'
import { Skeleton } from './skeleton'
import { Surroundings } from './surroundings'

/** Loading, refused, offline, or here: the four looks of everything that comes from the server. */
export function Loaded<T>({ state, children }: { state: State<T>; children: (value: T) => ReactNode }) {
  const { settling } = useContext(Surroundings)
  if (state.trouble?.kind === 'unsettled') return <>{settling}</>
  if (state.value === undefined) {
    return state.trouble ? <TroubleNotice trouble={state.trouble} retry={state.reload} /> : <Skeleton />
  }
  return (
    <>
      {state.trouble ? (
        <View style={{ marginBottom: '12px' }}>
          <TroubleNotice trouble={state.trouble} retry={state.reload} />
        </View>
      ) : null}
      {children(state.value)}
    </>
  )
}
