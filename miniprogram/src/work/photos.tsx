import { View } from '@tarojs/components'
import { downloadPhoto } from '../client/photos'
import { useLoaded } from '../hooks/use-loaded'
import { TroubleNotice } from '../pieces/notice'
import { PhotoRow } from '../pieces/photos'

interface Shown {
  town: string
  label?: string
  ids: readonly string[]
  /** Where they are kept, if not with those of replies. */
  fetch?: (town: string, id: string) => Promise<string>
}

/** Small pictures that only the parties may see. */
export const Photos = (props: Shown) => (props.ids.length > 0 ? <Fetched {...props} /> : null)

function Fetched({ town, label, ids, fetch = downloadPhoto }: Shown) {
  const state = useLoaded(() => Promise.all(ids.map((id) => fetch(town, id))), [town, ...ids])
  if (state.value) return <PhotoRow sources={state.value} {...(label ? { label } : {})} />
  if (state.trouble) return <TroubleNotice trouble={state.trouble} retry={state.reload} />
  return (
    <View className="photos-row">
      {ids.map((id) => (
        <View key={id} className="photos-one" />
      ))}
    </View>
  )
}
