// `npm run serve`: the server alone, compiled where that is not done yet.
import { compiled, compileIfStale } from './compile.mjs'

compileIfStale()
await import(compiled('server/main'))
