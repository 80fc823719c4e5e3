import { searchBoard, showBoard, showBoardItem } from '../../../shared/api/board'
import type { Bind } from '../../http/bind'
import { readBoard } from './queries'
import { viewBoardItem } from './view'

export function routes(bind: Bind) {
  bind.publicRead(showBoard, ({ reader, params, query, now }) => readBoard(reader, params.town, query, now))
  bind.publicLookUp(searchBoard, ({ reader, params, input, now }) =>
    readBoard(reader, params.town, input, now),
  )
  bind.publicRead(showBoardItem, ({ reader, params, now }) =>
    viewBoardItem(reader, params.town, params.id, now),
  )
}
