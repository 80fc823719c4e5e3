import { useEffect, useState } from 'react'

/** From this width on, h5 is a desk: list and detail stand side by side. */
const deskWidth = 960

export function useWide(): boolean {
  const [wide, setWide] = useState(isWide)
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined
    const look = () => setWide(isWide())
    window.addEventListener('resize', look)
    return () => window.removeEventListener('resize', look)
  }, [])
  return wide
}

const isWide = () => process.env.TARO_ENV === 'h5' && window.innerWidth >= deskWidth
