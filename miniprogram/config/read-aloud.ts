import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'

import { spoken } from './spoken'

interface Template {
  mergeComponents: (ctx: IPluginContext, components: typeof spoken) => void
}
interface MiniPlatform {
  template?: Template
  runtimePath: string | string[]
}

/**
 * Lets `ariaRole` and `ariaLabel` reach the WXML. Taro's own plugin for it is not published for the version of Taro
 * that everything else is pinned to.
 */
export default function readAloud(ctx: IPluginContext) {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      if (!platform.template) return
      platform.template.mergeComponents(ctx, spoken)
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'read-aloud-runtime.ts')].flat()
    },
  })
}
