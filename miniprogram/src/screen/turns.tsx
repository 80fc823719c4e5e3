import { useEffect, useState } from 'react'
import type { Part } from './parts'

/** One part after the other; whoever shows it to others goes on with the arrows and stops with the space bar. */
export function Turns({ parts }: { parts: readonly Part[] }) {
  const [at, setAt] = useState(0)
  const [isHeld, setHeld] = useState(false)
  const count = parts.length
  const now = at % count
  const part = parts[now]
  const seconds = part?.seconds ?? 0

  useEffect(() => {
    if (isHeld) return
    const next = setTimeout(() => setAt((before) => (before + 1) % count), seconds * 1000)
    return () => clearTimeout(next)
  }, [at, isHeld, count, seconds])

  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === ' ') setHeld((before) => !before)
      if (key === 'ArrowRight') setAt((before) => (before + 1) % count)
      if (key === 'ArrowLeft') setAt((before) => (before + count - 1) % count)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [count])

  if (part === undefined) return null
  return (
    <section className="part" key={now}>
      <h2>{part.title}</h2>
      {part.body}
      {count > 1 ? (
        <p className="dots" aria-label={`第 ${now + 1} 页，共 ${count} 页`}>
          {isHeld ? '停住了，按空格键接着走' : parts.map((_, place) => (place === now ? '●' : '○')).join(' ')}
        </p>
      ) : null}
    </section>
  )
}
