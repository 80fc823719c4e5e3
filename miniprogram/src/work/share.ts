import { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { spokenDay } from '../../../shared/rules/days'
import { beingChecked, takenBack } from '../../../shared/words/words'
import { today } from './words'

/** What a page that may be passed on knows of itself; nothing while it is not loaded. */
export interface Shared {
  town: string | undefined
  /** Which one it is, as the address of its page says it. */
  ids?: Readonly<Record<string, string | undefined>>
  /** By what everyone knows it: the public wording, a station, a deputy in office. */
  name?: string | undefined
  /** Where it stands today, in a word. */
  stands?: string
}

/**
 * The cards that WeChat passes on, all of them. Each opens a page that anybody may read, and says what hangs at the wall:
 * never who spoke, never who passes it on. The picture is drawn beforehand (`scripts/icons.mjs`), because the one that
 * WeChat takes of the screen would show whatever stands there.
 */
const cards = {
  board: { page: 'pages/board?town=', title: (name) => `${name ?? ''}代表建议办理公开栏` },
  matter: {
    page: 'pages/suggestion?town=',
    title: (name, stands) =>
      name === undefined || ([beingChecked, takenBack] as string[]).includes(name)
        ? '建议办理情况'
        : [shortened(name), stands && `${spokenDay(today(), today())} ${stands}`].filter(Boolean).join('：'),
  },
  station: { page: 'pages/station?town=', title: (name) => `${name ?? '代表之家'}：说给代表听` },
  deputy: { page: 'pages/write?town=', title: (name) => `${name ?? '代表'}：有事跟我说` },
} as const satisfies Record<string, { page: string; title: (name?: string, stands?: string) => string }>
export type ShareKind = keyof typeof cards

/** A card has two lines of some fourteen characters. */
const shortened = (name: string) => {
  const characters = [...name]
  return characters.length > 18 ? `${characters.slice(0, 17).join('')}…` : name
}

export function cardOf(kind: ShareKind, { town = '', ids = {}, name, stands }: Shared) {
  const which = Object.entries(ids).flatMap(([key, value]) => (value ? [`&${key}=${value}`] : []))
  const path = `/${cards[kind].page}${town}${which.join('')}`
  return {
    title: cards[kind].title(name, stands),
    path,
    query: path.slice(path.indexOf('?') + 1),
    imageUrl: `/shares/${kind}.png`,
  }
}

/** To one person or a group; the page says so in its settings too (`enableShareAppMessage`). */
export function useShare(kind: ShareKind, shared: Shared) {
  useShareAppMessage(() => {
    const { title, path, imageUrl } = cardOf(kind, shared)
    return { title, path, imageUrl }
  })
}

/** And to all friends at once, where the page opens for whoever has not signed in: there WeChat lets nobody do it. */
export function useShareWithAll(kind: ShareKind, shared: Shared) {
  useShare(kind, shared)
  useShareTimeline(() => {
    const { title, query, imageUrl } = cardOf(kind, shared)
    return { title, query, imageUrl }
  })
}
