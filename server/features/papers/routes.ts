import * as api from '../../../shared/matters/suggestion/paper-endpoints'
import { word } from '../../../shared/papers/paper'
import { writeWord } from '../../gateways/word/write-word'
import type { Bind } from '../../http/bind'
import { listPapers, showPaper } from './queries'

export function routes(bind: Bind) {
  bind.read(api.listPapers, ({ reader, actor, params, now }) => listPapers(reader, actor, params.id, now))

  bind.read(api.showPaper, ({ reader, actor, params, now }) =>
    showPaper(reader, actor, params.id, params.paper, now),
  )

  bind.read(api.takePaper, async ({ reader, actor, params, now, context }) => {
    const found = await showPaper(reader, actor, params.id, params.paper, now)
    const file = await writeWord(found.paper)
    context.attachment(`${found.word}-${found.subject}.docx`)
    context.type = word
    context.set('Cache-Control', 'private, no-store')
    return file
  })
}
