import { useCallback, useEffect, useRef, useState } from 'react'
import { effective, inOrder, isThere } from '../../../shared/matters/meeting/roll'
import {
  type DeviceMark,
  keepMarks,
  mostMarks,
  showRoll,
} from '../../../shared/matters/meeting/roll-endpoints'
import type { Hall } from '../../../shared/rules/quorum-words'
import { ask } from '../client/ask'
import { onBackOnline } from '../client/on-back-online'
import { Offline } from '../client/request'
import { newKey, newKeySoon } from '../client/request-key'
import { keepRoll, type KeptRoll, keptRoll, withAnswer, withMark, withoutSent } from '../client/rolls'
import { type Trouble, troubleOf } from './use-loaded'

const soonMs = 800
const noList: Trouble = {
  kind: 'offline',
  sentence: '这台设备上还没有名单，请用纸签到册，回来补录。有网以后打开这一页，名单就存下来了。',
}

/** One roll on this device: what is known of it, what is still to be sent, and the taps. */
export function useRoll(town: string, id: string) {
  const [kept, setKept] = useState<KeptRoll | undefined>(() => keptRoll(id))
  const [trouble, setTrouble] = useState<Trouble>()
  const [isOffline, setOffline] = useState(false)
  const [refused, setRefused] = useState<readonly string[]>([])
  const latest = useRef(kept)
  const sending = useRef(false)
  /** Stored first, drawn then. */
  const put = useCallback((next: KeptRoll) => {
    latest.current = next
    keepRoll(next)
    setKept(next)
  }, [])

  const send = useCallback(async () => {
    const at = latest.current
    if (sending.current || at === undefined || (at.unsent.length === 0 && at.observers === null)) return
    sending.current = true
    const marks = at.unsent.slice(0, mostMarks)
    try {
      const answer = await ask(keepMarks, {
        params: { town, id },
        input: { rollNo: at.roll.rollNo, observers: at.observers, marks },
      })
      const no = answer.refused.map((one) => one.id)
      const settled = withoutSent(
        latest.current ?? at,
        marks.map((one) => one.id),
        no,
      )
      const observers = settled.observers === at.observers ? null : settled.observers
      put({ ...withAnswer(settled, answer.roll, Date.now()), observers })
      setOffline(false)
      setTrouble(undefined)
      if (answer.refused.length > 0) setRefused(answer.refused.map(({ why }) => why))
    } catch (error) {
      if (error instanceof Offline) setOffline(true)
      else setTrouble(troubleOf(error))
    } finally {
      sending.current = false
    }
  }, [town, id, put])

  const load = useCallback(async () => {
    try {
      // So that marks can be made later, when nothing can be asked for.
      await newKeySoon()
      const answer = await ask(showRoll, { params: { town, id } })
      // What was tapped while it was on its way is kept: read only now.
      put(withAnswer(latest.current, answer, Date.now()))
      setOffline(false)
      await send()
    } catch (error) {
      if (!(error instanceof Offline)) setTrouble(troubleOf(error))
      else if (latest.current === undefined) setTrouble(noList)
      else setOffline(true)
    }
  }, [town, id, put, send])
  useEffect(() => {
    void load()
    return onBackOnline(() => void load())
  }, [load])

  const timer = useRef<ReturnType<typeof setTimeout>>()
  const later = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(), soonMs)
  }, [send])
  useEffect(() => () => clearTimeout(timer.current), [])

  const add = (personId: string, mark: DeviceMark['mark'], source: DeviceMark['source'], undoes?: string) => {
    const at = latest.current
    if (at === undefined) return
    const when = Date.now() + at.ahead
    put(withMark(at, { id: newKey(), personId, mark, at: when, undoes: undoes ?? null, source }))
    later()
  }
  const countObservers = (observers: number) => {
    const at = latest.current
    if (at === undefined) return
    put({ ...at, observers })
    later()
  }
  return { kept, trouble, isOffline, refused, add, countObservers, send, load }
}

/** The hall as this device knows it: the same figures that the server counts. */
export function hallOnDevice({ roll, marks, observers }: KeptRoll) {
  const own = effective(inOrder(marks))
  const stateOf = (personId: string) => {
    const marksOfOne = own.get(personId) ?? []
    return marksOfOne[marksOfOne.length - 1]
  }
  const hall: Hall = {
    ...roll.hall,
    observers: observers ?? roll.hall.observers,
    called: marks.some(({ mark }) => mark === 'arrived' || mark === 'absent'),
    present: roll.persons.filter((one) => isThere(own.get(one.id))).length,
  }
  return { hall, stateOf }
}
