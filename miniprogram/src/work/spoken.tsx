import { View } from '@tarojs/components'
import type { OpinionView } from '../../../shared/matters/opinion/endpoints'
import { fetchBeside } from '../client/attachments'
import { Voice } from '../pieces/voice'

/** A recording beside words, and what a machine has heard in it, where one has. */
export const Spoken = ({
  town,
  voice: { id, seconds, transcript },
}: {
  town: string
  voice: NonNullable<OpinionView['messages'][number]['voice']>
}) => (
  <>
    <Voice seconds={seconds} fetch={() => fetchBeside(town, id)} />
    {transcript ? <View className="note">{`机器听写，可能有错，以录音为准：${transcript}`}</View> : null}
  </>
)
