import Taro from '@tarojs/taro'
import { recall } from './store'

/** In which town one stands while the program is open, and which one a link has taken one from. */
interface Place {
  town: string
  before: string
}
const nowhere: Place = { town: '', before: '' }
let place = nowhere

export const here = () => place

/** A link takes one to its town; back where one came from there is nothing to say. */
export function goTo(town: string) {
  if (town === place.town) return
  const last = place.town || recall('town')
  move({ town, before: town === last || town === place.before ? '' : last })
}

/** Somebody has chosen it, or it is the only one to choose. */
export const standIn = (town: string) => move({ town, before: '' })

/** Somebody else has the device now, or looks at no town but at all of them. */
export const standNowhere = () => move(nowhere)

function move(to: Place) {
  place = to
  Taro.eventCenter.trigger('town')
}
