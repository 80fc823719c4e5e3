import type { PetitionView } from '../../../shared/matters/petition/endpoints'
import { kindByName } from '../../../shared/files'
import { fetchBeside } from '../client/attachments'
import { takeBesideAway } from '../client/files'
import { Voice } from '../pieces/voice'
import { Files } from './files'
import { Photos } from './photos'

/** What came along with words that have become a petition. */
export function PetitionBeside({
  town,
  attachments,
}: {
  town: string
  attachments: PetitionView['attachments']
}) {
  const those = (wanted: PetitionView['attachments'][number]['kind']) =>
    attachments.filter(({ kind }) => kind === wanted)
  return (
    <>
      {those('voice').map(({ id, seconds }) => (
        <Voice key={id} seconds={seconds ?? undefined} fetch={() => fetchBeside(town, id)} />
      ))}
      <Photos town={town} ids={those('photo').map(({ id }) => id)} fetch={fetchBeside} />
      <Files
        town={town}
        label="附件"
        take={takeBesideAway}
        files={those('paper').map(({ id, name }) => ({
          ...{ id, name: name ?? '', kind: kindByName(name ?? ''), bytes: 0 },
        }))}
      />
    </>
  )
}
