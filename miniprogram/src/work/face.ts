import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { mayDo, type Role } from '../../../shared/permissions'
import { type Me, rolesIn, standingIn } from '../client/me'
import { forget, recall, remember } from '../client/store'
import { useMe } from '../hooks/use-me'

/** As what somebody looks at a town, and what else they are there. */
export interface Face {
  name: string | null
  unit: string | null
  /** What they hold besides being a resident. */
  held: readonly Role[]
  /** Whether they look as one who has work there. */
  works: boolean
  /** Undefined for whoever is nothing but a resident. */
  turn?: (works: boolean) => void
}

/** Everyone is a resident as well; whoever holds something that has work looks as that until they turn. */
export function useFace(town: string | undefined): Face {
  const me = useMe()
  const [, drawAnew] = useState(0)
  useEffect(() => {
    const draw = () => drawAnew((count) => count + 1)
    Taro.eventCenter.on('face', draw)
    return () => void Taro.eventCenter.off('face', draw)
  }, [])
  const standing = town ? standingIn(me, town) : undefined
  const about = { name: standing?.name ?? null, unit: standing?.unit ?? null }
  const worksAs = town ? heldIn(me, town) : []
  if (!me || !town || worksAs.length === 0) return { ...about, held: [], works: false }
  const place = `${me.account} ${town}`
  return {
    ...about,
    held: worksAs,
    works: recall('asResident') !== place,
    turn: (works) => {
      if (works) forget('asResident')
      else remember('asResident', place)
      Taro.eventCenter.trigger('face')
    },
  }
}

const heldIn = (me: Me | undefined, town: string): Role[] =>
  rolesIn(me, town).filter((role) => role !== 'resident' && mayDo('followWork', [role]))
