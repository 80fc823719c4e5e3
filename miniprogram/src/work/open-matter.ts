import Taro from '@tarojs/taro'
import { matterPage, type MatterKind } from '../../../shared/words/pages'

export const openMatter = (kind: MatterKind, town: string, id: string) =>
  void Taro.navigateTo({ url: `/${matterPage(kind, town, id)}` })
