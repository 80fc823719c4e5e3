// `npm run backup` and its like: `node scripts/run.mjs backup …`, compiled where that is not done yet.
import { compiled, compileIfStale } from './compile.mjs'

const [name] = process.argv.splice(2, 1)
compileIfStale()
await import(compiled(`scripts/${name}`))
