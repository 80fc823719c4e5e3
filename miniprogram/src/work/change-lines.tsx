import { View } from '@tarojs/components'
import type { FieldChange } from '../../../shared/grammar/register'

/** What was changed, a line for each field. */
export const ChangeLines = ({ changes }: { changes: readonly FieldChange[] }) => (
  <>
    {changes.map((change) => (
      <View key={change.label} className="note">
        {spokenChange(change)}
      </View>
    ))}
  </>
)

export const spokenChange = ({ label, from, to }: FieldChange) =>
  from === null ? `${label}：${to ?? ''}` : `${label}：${from} 改为 ${to ?? '空'}`
