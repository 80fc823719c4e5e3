import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import { pagesBelow } from './pages'

const target = process.env.TARO_ENV || 'weapp'
const root = path.resolve(__dirname, '../..')

/** Taro leaves what lies outside the source folder alone: these are written in newer JavaScript than old phones read. */
const alsoCompiled = [
  path.join(root, 'shared'),
  __dirname,
  (file: string) => /node_modules[\\/]zod[\\/]/.test(file),
]

/**
 * Sizes are written in px and stay px: text must not shrink or swell with the width of the screen.
 * What is left of the plugin cuts the `#ifdef h5` blocks out of the weapp style sheets.
 */
const plainPixels = { pxtransform: { enable: true, config: { methods: ['platform'] } } }

/**
 * Taro's own settings write each Chinese character as six letters and leave half of terser unused. Every phone reads
 * UTF-8; the main package is a tenth smaller for it.
 */
const smaller = {
  compress: {
    arrows: target === 'h5',
    collapse_vars: true,
    comparisons: true,
    hoist_props: true,
    inline: true,
    join_vars: true,
    loops: true,
    negate_iife: true,
    passes: 2,
    properties: true,
    reduce_funcs: true,
    reduce_vars: true,
    switches: true,
    typeofs: true,
  },
  // Nothing asks a function for its name, and those of properties need no quotes.
  keep_fnames: false,
  output: { ascii_only: false, quote_keys: false, keep_quoted_props: false },
}

interface Chunks {
  chunkGraph: {
    getModuleChunksIterable: (
      module: object,
    ) => Iterable<{ groupsIterable: Iterable<{ origins: readonly { request?: string }[] }> }>
  }
}

/** Whether a page of those reaches a module without going to another page. */
const isUsedBy =
  (pages: RegExp) =>
  (module: object, { chunkGraph }: Chunks) => {
    for (const chunk of chunkGraph.getModuleChunksIterable(module))
      for (const { origins } of chunk.groupsIterable)
        if (origins.some(({ request = '' }) => pages.test(request))) return true
    return false
  }

export default defineConfig<'webpack5'>(() => ({
  projectName: 'deputies-home',
  date: '2026-11-21',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  framework: 'react',
  plugins: [path.join(__dirname, 'read-aloud.ts')],
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  terser: { enable: true, config: smaller },
  // WeChat wants the picture of a card as a file of the package.
  ...(target === 'weapp'
    ? { copy: { patterns: [{ from: 'src/shares/', to: 'dist/weapp/shares/' }], options: {} } }
    : {}),
  defineConstants: {
    /** What app.config.ts makes its list of pages from. */
    PAGES: JSON.stringify(pagesBelow(path.join(root, 'miniprogram/src'))),
    /** Where the server is; on h5 it is the host that served the page. */
    API_BASE: JSON.stringify(process.env.API_BASE || (target === 'h5' ? '' : 'http://127.0.0.1:8080')),
    /** 微信云托管: the mini-program speaks inside WeChat, and by API_BASE only of pictures and tables. */
    CLOUD_ENV: JSON.stringify((target === 'weapp' && process.env.WECHAT_CLOUD_ENV) || ''),
    CLOUD_SERVICE: JSON.stringify((target === 'weapp' && process.env.WECHAT_CLOUD_SERVICE) || ''),
  },
  mini: {
    compile: { include: alsoCompiled },
    optimizeMainPackage: { enable: true },
    postcss: plainPixels,
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: alsoCompiled },
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { autoprefixer: { enable: true, config: {} }, ...plainPixels },
    webpackChain(chain) {
      chain.optimization.splitChunks({
        chunks: 'all',
        maxInitialRequests: 10,
        cacheGroups: {
          default: false,
          defaultVendors: false,
          taro: { test: /[\\/](@tarojs|@stencil)[\\/]/, name: 'taro', priority: 30 },
          vendors: { test: /[\\/]node_modules[\\/]/, name: 'vendors', priority: 10 },
          // What the first page shares, what the pages for everybody share, and the rest: nobody waits for what others need.
          first: { test: isUsedBy(/^\.\/pages\/home$/), minChunks: 2, name: 'first', priority: 3 },
          everybody: { test: isUsedBy(/^\.\/pages\//), minChunks: 2, name: 'everybody', priority: 2 },
          common: { minChunks: 2, name: 'common', priority: 1 },
        },
      })
    },
  },
}))
