// A server process whose clock begins at the instant it is given, and goes on from there: its nights are where a story has them.
import { compiled, compileIfStale } from '../../scripts/compile.mjs'

compileIfStale()
const { serve } = (await import(compiled('server/serve'))).default
const begins = new Date(process.argv[2] ?? '').getTime()
serve(process.env, () => new Date(begins + performance.now()))
