import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { Notice } from '../pieces/notice'

/** Whom it concerns, and who goes on with it. */
export function ConcernNotice({ of: { deciders } }: { of: SuggestionView }) {
  const names = (concerned: boolean) =>
    [...new Set(deciders.filter((one) => one.concerned === concerned).map(({ name }) => name))].join('、')
  const concerned = names(true)
  return concerned === '' ? null : (
    <Notice>{`这件事关系到${concerned}，由${names(false)}来办、来定。`}</Notice>
  )
}
