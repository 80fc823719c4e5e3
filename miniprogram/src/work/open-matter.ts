import Taro from '@tarojs/taro'
import { matterPage } from '../../../shared/words/pages'
import type { KindName } from '../../../shared/workflow'

export const openMatter = (kind: KindName, town: string, id: string) =>
  void Taro.navigateTo({ url: `/${matterPage(kind, town, id)}` })
