import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * A town's server shares a small machine with a database and much else. Left alone, the heap grows to what the machine has,
 * four times what is alive, before anything is given back; collected a little sooner it stays at half of that.
 */
export function keepHeapSmall() {
  setFlagsFromString('--heap-growing-percent=30')
  // How far it may grow is measured from what was alive the last time, so there has to be one.
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
}
