import Taro from '@tarojs/taro'
import type { BoardFigure } from '../../../shared/api/board'

/** A tab is opened without an address of its own: what of it is to be shown waits here until it is there. */
let asked: { figure: BoardFigure | undefined } | undefined

/** @param figure what it counts is shown; nothing means all that is public */
export function openOnBoard(figure?: BoardFigure) {
  asked = { figure }
  void Taro.switchTab({ url: '/pages/board' })
}

/** What was asked for since the board was last shown; undefined where nothing was. */
export function takeAsked() {
  const taken = asked
  asked = undefined
  return taken
}
