import { useEffect, useState } from 'react'
import { useElder } from '../hooks/use-elder'
import { Button } from './button'

/** A browser can read aloud; WeChat has no voice of its own that a mini-program may use. */
const voice = () =>
  process.env.TARO_ENV === 'h5' && 'speechSynthesis' in window ? window.speechSynthesis : undefined

/** In large type a text can be listened to, where the platform can read. */
export function ReadAloud({ text }: { text: string }) {
  const [elder] = useElder()
  const [isReading, setReading] = useState(false)
  useEffect(() => () => voice()?.cancel(), [])
  const reader = voice()
  if (!elder || reader === undefined) return null
  const turn = () => {
    reader.cancel()
    if (isReading) return setReading(false)
    const said = new SpeechSynthesisUtterance(text)
    said.lang = 'zh-CN'
    // A little slower than one speaks to somebody young.
    said.rate = 0.9
    said.onend = () => setReading(false)
    said.onerror = () => setReading(false)
    setReading(true)
    reader.speak(said)
  }
  return (
    <Button tone="quiet" icon="hear" onTap={turn}>
      {isReading ? '不念了' : '听一听'}
    </Button>
  )
}
