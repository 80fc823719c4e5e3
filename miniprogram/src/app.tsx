import type { PropsWithChildren } from 'react'
// First, so that what a component says of wide screens comes after it.
import './app.scss'
import { listenForPrivacy } from './client/privacy'
import { gatherRandomBytes } from './client/random'
import { Side } from './components/side'

listenForPrivacy()
void gatherRandomBytes()

/** On h5 a side bar stands beside the pages once the window is wide enough; on a phone there is nothing around them. */
export default function App({ children }: PropsWithChildren) {
  if (process.env.TARO_ENV !== 'h5') return children
  return (
    <>
      <Side />
      {children}
    </>
  )
}
