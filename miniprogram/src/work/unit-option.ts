import type { listUnits } from '../../../shared/api/people'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { unitKinds } from '../../../shared/words/words'
import type { Option } from '../pieces/choose'

/** A unit to pick: where nobody would hear of it, that is said before. */
export const unitOption = ({
  id,
  name,
  kind,
  reached,
}: OutputOf<typeof listUnits>['units'][number]): Option => ({
  id,
  name,
  note: reached ? unitKinds[kind] : `${unitKinds[kind]}，还没有人绑定微信`,
})
