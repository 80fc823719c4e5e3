import { View } from '@tarojs/components'
import { setStationPhoto, showStation } from '../../../shared/api/stations'
import { ask } from '../client/ask'
import { upload } from '../client/upload'
import { useLoaded } from '../hooks/use-loaded'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import type { PartOfRow } from './part-of-row'
import { PictureButton } from './picture-button'

/** What a station looks like from outside, as its page shows it to everybody. */
export function StationPart({ row, town }: PartOfRow) {
  const params = { town, id: row.id }
  const kept = row.mayKeep && row.endedOn === null
  const state = useLoaded(
    async () => (kept ? await ask(showStation, { params }) : undefined),
    [town, row.id, kept],
  )
  return (
    <Loaded state={state}>
      {(station) =>
        station === undefined ? null : (
          <View>
            <Heading>照片</Heading>
            <View className="note">站点首页会公开。请拍门口，好让群众认得路；照片里不要有人。</View>
            <PictureButton
              picture={station.photo}
              send={(filePath, seen, key) =>
                upload(setStationPhoto, params, { name: 'photo', filePath }, key, { seen })
              }
              reload={state.reload}
            />
          </View>
        )
      }
    </Loaded>
  )
}
