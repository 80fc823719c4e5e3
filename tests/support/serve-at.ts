import { serve } from '../../server/serve'

// A server process whose clock begins at the instant it is given, and goes on from there: its nights are where a story has them.
const begins = new Date(process.argv[2] ?? '').getTime()
serve(process.env, () => new Date(begins + performance.now()))
