import { View } from '@tarojs/components'
import { press } from './press'
import './figure-cards.scss'

interface FigureCard {
  word: string
  figure: string
  /** What it was, or what it is made of. */
  note: string
  late?: boolean
  /** Shows what it counts; absent where it is nobody's to read. */
  onOpen?: () => void
}

/** A few figures with what lies behind each; side by side on a desk, two in a row on a phone. */
export const FigureCards = ({ cards }: { cards: readonly FigureCard[] }) => (
  <View className="figure-cards">
    {cards.map(({ word, figure, note, late, onOpen }) => (
      <View
        key={word}
        className={`figure-card${late ? ' figure-card-late' : ''}${onOpen ? '' : ' figure-card-still'}`}
        {...(onOpen ? press(onOpen) : {})}
      >
        <View className="figure-card-word">{word}</View>
        <View className="figure-card-figure">{figure}</View>
        <View className="note">{note}</View>
      </View>
    ))}
  </View>
)
