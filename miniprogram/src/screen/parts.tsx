import type { ReactNode } from 'react'
import type { FiveDisclosures } from '../../../shared/api/board'
import type { PromiseRow } from '../../../shared/api/promises'
import { toldStandings } from '../../../shared/matters/suggestion/promise-standings'
import { spokenDay } from '../../../shared/rules/days'
import { inFigureWords } from '../../../shared/rules/rates'
import { today } from '../client/today'
import { spokenLimit, spokenUnit, standingTag } from '../work/words'
import type { BeforeAndAfter, Shown } from './read-shown'

/** One of those that take turns in the middle of the screen. */
export interface Part {
  title: string
  /** How long it takes to read, in seconds. */
  seconds: number
  body: ReactNode
}

/** On a smaller old television fewer rows, so that its letters stay readable; `screen.css` asks the same. */
const rowsAtOnce = () => (window.innerWidth <= 1400 ? 5 : 6)

/** What there is to show, in turn; what has nothing to say is left out. */
export const partsOf = (shown: Shown): Part[] => [
  figuresPart(shown),
  ...shown.done.map(donePart),
  ...inPages(shown.inHand).map(inHandPart),
  ...inPages(shown.promises).map(promisesPart),
]

/** So many at a time as can be read. */
export function inPages<T>(all: readonly T[], most = rowsAtOnce()): T[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, at) =>
    all.slice(at * most, (at + 1) * most),
  )
}

function figuresPart({ counts, inHand }: Shown): Part {
  const words = {
    受理: counts.accepted,
    ...inFigureWords(counts, 'inHand', 'overdue', 'closed', 'confirmed'),
  }
  const isNew = counts.accepted === 0 && inHand.length === 0
  return {
    title: isNew ? '代表建议' : '这半年的代表建议',
    seconds: 15,
    body: isNew ? (
      <p className="part-none">今年还没有公开的建议。有什么事，扫码说给代表听。</p>
    ) : (
      <ul className="counts">
        {Object.keys(words).map((word) => (
          <li key={word} className={word === '逾期' && counts.overdue > 0 ? 'late' : ''}>
            <b>{words[word as keyof typeof words]}</b>
            <span>{word}</span>
          </li>
        ))}
      </ul>
    ),
  }
}

const donePart = ({ item, sentence, before, after }: BeforeAndAfter): Part => ({
  title: '办成的事',
  seconds: 15,
  body: (
    <>
      <div className="pair">
        <figure>
          <img src={before} alt={`${item}，办理以前`} />
          <figcaption>办前</figcaption>
        </figure>
        <figure>
          <img src={after} alt={`${item}，办理以后`} />
          <figcaption>办后</figcaption>
        </figure>
      </div>
      <p className="pair-words">{item}</p>
      {sentence ? <p className="pair-note">{sentence}</p> : null}
    </>
  ),
})

/** A state is a word, a colour and, where it is late, a clock. */
const Tag = ({ tone, children }: { tone: string; children: string }) => (
  <b className={`tag tag-${tone}`}>
    {tone === 'late' || tone === 'grave' ? (
      <svg className="tag-clock" viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="9" />
        <path d="M12 7v5l4 2" />
      </svg>
    ) : null}
    {children}
  </b>
)

/** From four metres the days that are left are enough. */
const withoutDay = (limit: string) => limit.replace(/（.*）$/, '')

const inHandPart = (items: readonly FiveDisclosures[]): Part => ({
  title: '正在办',
  seconds: 30,
  body: (
    <ul className="rows">
      {items.map((item) => {
        const { tone, word } = standingTag(item)
        return (
          <li key={item.id}>
            <div className="row-item">{item.item}</div>
            <div className="row-facts">
              <span>{`${spokenUnit(item)} · ${withoutDay(spokenLimit(item))}`}</span>
              <Tag tone={tone}>{word}</Tag>
            </div>
          </li>
        )
      })}
    </ul>
  ),
})

const promisesPart = (promises: readonly PromiseRow[]): Part => ({
  title: '答应的事',
  seconds: 30,
  body: (
    <ul className="rows">
      {promises.map(({ id, item, promise, unit, dueOn, standing }) => (
        <li key={`${id} ${dueOn}`}>
          <div className="row-item">{promise}</div>
          <div className="row-facts">
            <span>{`${spokenDay(dueOn, today())}以前 · ${unit} · ${item}`}</span>
            <Tag tone={standing === 'late' ? 'late' : 'flow'}>{toldStandings[standing]}</Tag>
          </div>
        </li>
      ))}
    </ul>
  ),
})
