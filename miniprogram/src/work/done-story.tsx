import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { showBoard, showBoardItem } from '../../../shared/api/board'
import { ask } from '../client/ask'
import { publicPhoto } from '../client/photos'
import { useLoaded } from '../hooks/use-loaded'
import { Card } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { PhotoPair } from '../pieces/photo-pair'
import { press } from '../pieces/press'
import { spokenResult, spokenUnit } from './words'
import './done-story.scss'

/** So many of what was brought about last are looked through for one with pictures. */
const lookedThrough = 3

/** What was brought about last, of the village that one lives in where there is something: with pictures where it has some. */
export function DoneStory({ town, village }: { town: string; village: string | undefined }) {
  const { value } = useLoaded(async () => {
    const params = { town }
    const own = village
      ? await ask(showBoard, { params, query: { figure: 'confirmed', village } })
      : { items: [] }
    const { items } =
      own.items.length > 0 ? own : await ask(showBoard, { params, query: { figure: 'confirmed' } })
    const found = await Promise.all(
      items.slice(0, lookedThrough).map(({ id }) => ask(showBoardItem, { params: { town, id } })),
    )
    return found.find(isPictured) ?? found[0] ?? null
  }, [town, village])
  if (!value) return null
  const open = () => void Taro.navigateTo({ url: `/pages/suggestion?town=${town}&id=${value.id}` })
  const sources = (photos: readonly string[]) =>
    photos.slice(0, 1).map((one) => publicPhoto(town, value.id, one))
  return (
    <View className="section">
      <View className="section-head">
        <Heading>办成的事</Heading>
      </View>
      <Card>
        <View className="done-subject" {...press(open)}>
          {value.item}
        </View>
        <View>{value.toSee ?? spokenResult(value)}</View>
        <View className="note">{spokenUnit(value)}</View>
        {isPictured(value) ? (
          <View className="done-pair">
            <PhotoPair
              of={value.item}
              sides={[
                { word: '办理前', sources: sources(value.photosBefore) },
                { word: '办理后', sources: sources(value.photosAfter) },
              ]}
            />
          </View>
        ) : null}
      </Card>
    </View>
  )
}

const isPictured = ({ photosBefore, photosAfter }: { photosBefore: unknown[]; photosAfter: unknown[] }) =>
  photosBefore.length > 0 && photosAfter.length > 0
