import type { ComponentType } from 'react'
import type { MatterKind } from '../../../shared/words/pages'
import { Empty } from '../pieces/empty'
import { WaysOn } from '../pieces/ways-on'
import { ExternalPanel } from './external-panel'
import type { OneMatter } from './one-matter'
import { OpinionPanel } from './opinion-panel'
import { SiteReviewPanel } from './site-review-panel'
import { SuggestionPanel } from './suggestion-panel'

/** What each kind of matter brings to the one page that shows them all. */
const kinds: Readonly<Partial<Record<MatterKind, { title: string; Panel: ComponentType<OneMatter> }>>> = {
  suggestion: { title: '建议办理', Panel: SuggestionPanel },
  opinion: { title: '群众留言', Panel: OpinionPanel },
  siteReview: { title: '现场评议', Panel: SiteReviewPanel },
  externalSuggestion: { title: '上级代表建议', Panel: ExternalPanel },
}

const kindNamed = (kind: string) => kinds[kind as MatterKind]

export const titleOf = (kind: string) => kindNamed(kind)?.title ?? '没有这一件'

export function MatterPanel({ kind, ...matter }: OneMatter & { kind: string }) {
  const Panel = kindNamed(kind)?.Panel
  if (Panel) return <Panel {...matter} />
  return (
    <>
      <Empty>没有找到这一件：地址可能抄错了。您要找的多半在首页。</Empty>
      <WaysOn />
    </>
  )
}
