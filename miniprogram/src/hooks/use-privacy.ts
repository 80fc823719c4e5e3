import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { isPrivacyAsked } from '../client/privacy'

/** Whether WeChat waits for this person's answer about their privacy. */
export function usePrivacy(): boolean {
  const [asked, setAsked] = useState(isPrivacyAsked)
  useEffect(() => {
    const look = () => setAsked(isPrivacyAsked())
    Taro.eventCenter.on('privacy', look)
    return () => {
      Taro.eventCenter.off('privacy', look)
    }
  }, [])
  return asked
}
