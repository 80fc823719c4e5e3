import { View } from '@tarojs/components'
import type { FieldChange } from '../../../shared/grammar/register'
import { sayChange } from '../../../shared/words/changed-since'

/** What was changed, a line for each field. */
export const ChangeLines = ({ changes }: { changes: readonly FieldChange[] }) => (
  <>
    {changes.map((change) => (
      <View key={change.label} className="note">
        {sayChange(change)}
      </View>
    ))}
  </>
)
