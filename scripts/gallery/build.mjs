// `npm run gallery`: every piece in every state on one page, drawn with the plain elements of a browser.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { compile } from 'sass'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const plain = (file) => path.join(root, 'tests/support/pieces', file)

const styles = {
  name: 'styles',
  setup({ onLoad }) {
    onLoad({ filter: /\.scss$/ }, ({ path: file }) => ({ contents: compile(file).css, loader: 'css' }))
  },
}

/** @param {string} folder where the page is put; it opens without a server */
export async function buildGallery(folder) {
  await build({
    entryPoints: [path.join(root, 'scripts/gallery/main.tsx')],
    outfile: path.join(folder, 'gallery.js'),
    bundle: true,
    jsx: 'automatic',
    alias: { '@tarojs/components': plain('elements.tsx'), '@tarojs/taro': plain('taro.ts') },
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.TARO_ENV': '"h5"',
      API_BASE: '""',
      CLOUD_ENV: '""',
      CLOUD_SERVICE: '""',
    },
    plugins: [styles],
    absWorkingDir: root,
    logLevel: 'error',
  })
  fs.copyFileSync(path.join(root, 'scripts/gallery/index.html'), path.join(folder, 'index.html'))
  return path.join(folder, 'index.html')
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(await buildGallery(path.join(root, 'miniprogram/dist/gallery')))
