import type { listDeputies } from '../../../shared/api/people'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { Option } from '../pieces/choose'

/** A deputy to pick, with what tells two of one name apart. */
export const deputyOption = ({
  id,
  name,
  group,
  district,
}: OutputOf<typeof listDeputies>['deputies'][number]): Option => ({
  id,
  name,
  note: [group, district].filter(Boolean).join(' · '),
})
