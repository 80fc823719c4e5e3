import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { mayDo, type Role, whyNot } from '../../../shared/permissions'
import { Button } from '../pieces/button'
import { Notice } from '../pieces/notice'

/** A deputy who writes no suggestion of the township reads why before writing, and where their matters go. */
export function WhyNoSuggestion({ town, roles }: { town: string | undefined; roles: readonly Role[] }) {
  const why = whyNot('startSuggestion', roles)
  if (why === undefined) return null
  return (
    <View className="stack">
      <Notice>{why}</Notice>
      {town && mayDo('followExternal', roles) ? (
        <Button
          tone="quiet"
          small
          onTap={() => void Taro.navigateTo({ url: `/register/list?name=carriedSuggestion&town=${town}` })}
        >
          看上级代表建议
        </Button>
      ) : null}
    </View>
  )
}
