// Packs what the build made, once and as small as it gets: beside each text file lie its .br and .gz, which the server sends.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const leastBytes = 1024
const isText = (name) => /\.(js|css|html|svg|json|txt|map|ico)$/.test(name)

/** @param {string} folder @returns {{ files: number, plain: number, br: number, gz: number }} what it was and became, in bytes */
export function packFolder(folder) {
  const sum = { files: 0, plain: 0, br: 0, gz: 0 }
  for (const name of fs.readdirSync(folder, { recursive: true })) {
    const file = path.join(folder, String(name))
    if (!isText(file) || !fs.statSync(file).isFile()) continue
    const bytes = fs.readFileSync(file)
    if (bytes.length < leastBytes) continue
    const br = brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    })
    const gz = gzipSync(bytes, { level: 9 })
    fs.writeFileSync(`${file}.br`, br)
    fs.writeFileSync(`${file}.gz`, gz)
    sum.files += 1
    sum.plain += bytes.length
    sum.br += br.length
    sum.gz += gz.length
  }
  return sum
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(JSON.stringify(packFolder(process.argv[2] ?? '.')))
