import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { agreeButton, answerPrivacy } from '../client/privacy'
import { usePrivacy } from '../hooks/use-privacy'
import { Button } from '../pieces/button'
import { press } from '../pieces/press'
import { Sheet } from '../pieces/sheet'
import { WechatButton } from '../pieces/wechat-button'
import './privacy-sheet.scss'

/** What is taken, what for, who sees it; “no” closes the sheet and everything else goes on. */
export function PrivacySheet() {
  const asked = usePrivacy()
  if (!asked) return null
  const decline = () => answerPrivacy(false)
  return (
    <Sheet title="用到您的信息以前" onClose={decline}>
      <View className="privacy">
        <View>
          您主动点了才会用到：手机号（微信提醒送不到时联系您）、称呼、头像、您选的照片，和复制时的剪贴板。
        </View>
        <View>手机号只有镇人大办看得到，头像只有您自己看得到，随时可以收回。</View>
        <View>不同意也没关系：反映事情、看办理进度、收消息，都照样能用。</View>
        <View className="privacy-guide" {...press(() => Taro.openPrivacyContract())}>
          《用户隐私保护指引》
        </View>
      </View>
      <View className="stack">
        <WechatButton
          asks="agreePrivacyAuthorization"
          id={agreeButton}
          tone="primary"
          onAnswer={() => answerPrivacy(true)}
        >
          同意
        </WechatButton>
        <Button tone="quiet" onTap={decline}>
          不同意
        </Button>
      </View>
    </Sheet>
  )
}
