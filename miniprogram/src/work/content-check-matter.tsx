import type { AnyMatterView } from '../../../shared/grammar/matter-view'
import {
  contentCheckSteps,
  type ContentCheckView,
  showContentCheck,
} from '../../../shared/matters/content-check/endpoints'
import { contentCheckTable } from '../../../shared/matters/content-check/table'
import { ask } from '../client/ask'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Part } from '../pieces/part'
import { loadMatter, titleOfAny } from './any-matter'
import { blurredOf, CheckedContent } from './checked-content'
import type { MatterParts } from './matter-parts'
import { openMatter } from './open-matter'

type View = AnyMatterView & { check: ContentCheckView }

async function load(town: string, id: string): Promise<View> {
  const [view, check] = await Promise.all([
    loadMatter('contentCheck', town, id),
    ask(showContentCheck, { params: { town, id } }),
  ])
  return { ...view, check }
}

/** One sentence or one picture that is to be public, for whoever wrote it and whoever looks at it. */
export const contentCheckMatter: MatterParts<View> = {
  table: contentCheckTable,
  word: contentCheckTable.word,
  load,
  /** What is written instead is another one: it is shown in the place of this one. */
  async take(town, { id, version }, step, form, key) {
    const check = await ask(contentCheckSteps[step as keyof typeof contentCheckSteps], {
      params: { town, id },
      input: { version, form } as never,
      key,
    })
    return load(town, check.id)
  },
  head: (view) => ({
    ...titleOfAny(view),
    who: [view.note, view.check.writer && `写的人：${view.check.writer}`],
  }),
  useForms: (_, { check }) => ({
    initial: () => ({ text: check.text ?? '' }),
    lists: blurredOf(check),
  }),
  above: ({ town, view: { check } }) => (
    <Card>
      <CheckedContent town={town} check={check} withPhoto />
      {check.reason ? <Part label="理由">{check.reason}</Part> : null}
    </Card>
  ),
  below: ({ town, view: { check } }) =>
    check.suggestion ? (
      <Button tone="quiet" onTap={() => openMatter('suggestion', town, check.suggestion?.id ?? '')}>
        打开这件建议
      </Button>
    ) : null,
}
