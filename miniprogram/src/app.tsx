import type { PropsWithChildren } from 'react'
// First, so that what a component says of wide screens comes after it.
import './app.scss'
import { leadOnFromNowhere, notFoundPage } from './client/not-found'
import { dropOldCopies } from './client/copies'
import { draftsKeptFor, dropOldDrafts } from './client/drafts'
import { listenForPrivacy } from './client/privacy'
import { tendPageParts } from './client/page-parts'
import { deliverWhenOnline } from './client/postman'
import { gatherRandomBytes } from './client/random'
import { endLeftWhenOnline } from './client/sign-out'
import { dropFiles } from './client/waiting-files'
import { Surroundings } from './pieces/surroundings'
import { Side } from './work/side'
import { surroundings } from './work/surroundings'

leadOnFromNowhere()
listenForPrivacy()
endLeftWhenOnline()
dropOldDrafts(Date.now())
dropOldCopies()
dropFiles({ before: Date.now() - draftsKeptFor })
deliverWhenOnline()
tendPageParts()
void gatherRandomBytes()

// The server sends this page for every address that is none; on h5 all that is one stands behind the #.
if (process.env.TARO_ENV === 'h5' && !/^\/(index\.html)?$/.test(window.location.pathname))
  window.location.replace(`/#${notFoundPage}`)

/** On h5 a side bar stands beside the pages once the window is wide enough; on a phone there is nothing around them. */
export default function App({ children }: PropsWithChildren) {
  return (
    <Surroundings.Provider value={surroundings}>
      {process.env.TARO_ENV === 'h5' ? <Side /> : null}
      {children}
    </Surroundings.Provider>
  )
}
