import Taro, { usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
// First, so that what a component says of wide screens comes after it.
import './app.scss'
import { listenForPrivacy } from './client/privacy'
import { gatherRandomBytes } from './client/random'
import { endLeftWhenOnline } from './client/sign-out'
import { Side } from './work/side'

listenForPrivacy()
endLeftWhenOnline()
void gatherRandomBytes()

const notFound = '/pages/not-found'
// The server sends this page for every address that is none; on h5 all that is one stands behind the #.
if (process.env.TARO_ENV === 'h5' && !/^\/(index\.html)?$/.test(window.location.pathname))
  window.location.replace(`/#${notFound}`)

/** On h5 a side bar stands beside the pages once the window is wide enough; on a phone there is nothing around them. */
export default function App({ children }: PropsWithChildren) {
  usePageNotFound(() => void Taro.redirectTo({ url: notFound }))
  if (process.env.TARO_ENV !== 'h5') return children
  return (
    <>
      <Side />
      {children}
    </>
  )
}
