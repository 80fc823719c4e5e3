import { View } from '@tarojs/components'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { listMeetingLamps } from '../../../shared/matters/meeting/lamps'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { Card, Cell } from '../pieces/card'
import { Fold } from '../pieces/fold'
import { Loaded } from '../pieces/loaded'
import { Tag } from '../pieces/tag'

/** 该开会了: what is close or past stands open, and where all is well one line says so. */
export function MeetingLamps({ town }: { town: string | undefined }) {
  const state = useLoaded(
    async () => ask(listMeetingLamps, { params: { town: await currentTown(town) } }),
    [town],
  )
  return (
    <Loaded state={state}>
      {({ lamps }) => {
        const pressing = lamps.filter(({ tone }) => tone !== 'calm')
        const calm = lamps.filter(({ tone }) => tone === 'calm')
        if (lamps.length === 0) return <></>
        return (
          <View className="section stack">
            {pressing.length === 0 ? null : <Lamps lamps={pressing} />}
            {calm.length === 0 ? null : (
              <Fold title={`按时的 ${calm.length} 个`}>
                <Lamps lamps={calm} />
              </Fold>
            )}
          </View>
        )
      }}
    </Loaded>
  )
}

type Lamp = OutputOf<typeof listMeetingLamps>['lamps'][number]

const words: Readonly<Record<Lamp['tone'], string>> = { calm: '按时', soon: '快到了', late: '过了' }

const Lamps = ({ lamps }: { lamps: readonly Lamp[] }) => (
  <Card tight>
    {lamps.map(({ body, tone, says }) => (
      <Cell key={body} label={body} note={says}>
        <Tag tone={tone}>{words[tone]}</Tag>
      </Cell>
    ))}
  </Card>
)
