import type { listCategories } from '../../../shared/registers/category-endpoints'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { Option } from '../pieces/choose'

type Categories = OutputOf<typeof listCategories>['categories']

/** What a suggestion can be filed under: every category in use, with the one it stands under. */
export const categoryOptions = (all: Categories): Option[] =>
  all
    .filter(({ retired }) => !retired)
    .map(({ code, name, parent }) => ({
      id: code,
      name,
      note: all.find((one) => one.code === parent)?.name ?? null,
    }))

/** What a category can stand under: the upper ones in use. */
export const topOptions = (all: Categories): Option[] =>
  categoryOptions(all.filter(({ parent }) => parent === null))
