import { View } from '@tarojs/components'
import { type ReactNode, useContext } from 'react'
import { spokenInstant } from '../../../shared/rules/days'
import { today } from '../client/today'
import type { Loaded as State, Trouble } from '../hooks/use-loaded'
import { Button } from './button'
import { Notice, TroubleNotice } from './notice'
import { Skeleton } from './skeleton'
import { Surroundings } from './surroundings'

/** Loading, refused, offline, of before, or here: the looks of everything that comes from the server. */
export function Loaded<T>({ state, children }: { state: State<T>; children: (value: T) => ReactNode }) {
  const { settling } = useContext(Surroundings)
  const { value, trouble, asOf, reload } = state
  if (trouble?.kind === 'unsettled') return <>{settling}</>
  if (value === undefined) return trouble ? <Stuck trouble={trouble} retry={reload} /> : <Skeleton />
  return (
    <>
      {trouble ? (
        <View style={{ marginBottom: '12px' }}>
          <TroubleNotice trouble={trouble} retry={reload} />
        </View>
      ) : asOf === undefined ? null : (
        <View style={{ marginBottom: '12px' }} className="not-printed">
          <Notice tone="soon" next={{ label: '再试一次', onTap: reload }}>
            {`网络不好，下面是 ${spokenInstant(new Date(asOf), today())} 看到的，有网会自动换成新的。`}
          </Notice>
        </View>
      )}
      {children(value)}
    </>
  )
}

/** There is nothing to show: the sentence says why, and each why has a way on of its own. */
function Stuck({ trouble, retry }: { trouble: Trouble; retry: () => void }) {
  const { beginAnew, whoAmI } = useContext(Surroundings)
  const way =
    trouble.kind !== 'refused'
      ? undefined
      : trouble.code === 'not_allowed' || trouble.code === 'not_your_step'
        ? ({ label: '看看我现在是什么身份', act: whoAmI } as const)
        : trouble.code === 'not_found'
          ? ({ label: '回首页', act: beginAnew } as const)
          : undefined
  return (
    <View className="stack">
      <TroubleNotice trouble={trouble} retry={retry} />
      {way ? (
        <Button tone="quiet" onTap={way.act}>
          {way.label}
        </Button>
      ) : null}
    </View>
  )
}
