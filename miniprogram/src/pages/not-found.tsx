import { Empty } from '../pieces/empty'
import { Page } from '../pieces/page'
import { WaysOn } from '../work/ways-on'

/** Where an address leads that is none: a link copied by hand, a page of an older release. */
export default function NotFound() {
  return (
    <Page title="没有这个页面">
      <Empty>没有这个页面：地址可能抄错了，或者页面已经移走。您要找的多半在首页。</Empty>
      <WaysOn />
    </Page>
  )
}
