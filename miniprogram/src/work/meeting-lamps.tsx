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
        return (
          <>
            {pressing.length === 0 ? null : <Lamps lamps={pressing} />}
            {calm.length === 0 ? null : (
              <Fold
                title={`按时的 ${calm.length} 个`}
                note="人代会一年两次，主席团三个月一次，小组一个季度一次"
              >
                <Lamps lamps={calm} />
              </Fold>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

const Lamps = ({
  lamps,
}: {
  lamps: readonly { body: string; tone: 'calm' | 'soon' | 'late'; says: string }[]
}) => (
  <Card tight>
    {lamps.map(({ body, tone, says }) => (
      <Cell key={body} label={body}>
        <Tag tone={tone}>{says}</Tag>
      </Cell>
    ))}
  </Card>
)
