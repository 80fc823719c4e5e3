import Taro from '@tarojs/taro'

/**
 * Does something each time the network comes back. In a browser the window says so: what Taro listens to there is known
 * to a few browsers only.
 * @returns ends it
 */
export function onBackOnline(act: () => void): () => void {
  if (process.env.TARO_ENV === 'h5') {
    window.addEventListener('online', act)
    return () => window.removeEventListener('online', act)
  }
  const look = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) act()
  }
  Taro.onNetworkStatusChange(look)
  return () => Taro.offNetworkStatusChange(look)
}
