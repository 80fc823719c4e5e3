const path = require('node:path')
const Sequencer = require('@jest/test-sequencer').default

const folder = path.join(__dirname, '../..')

/** What takes minutes or waits for what it has killed. A file of a year is one line, a file of a fault a page. */
const long = [
  'server/matrix',
  'server/cluster',
  'server/faults',
  'journeys/year',
  'journeys/screens',
  'scripts/faults.test',
]

/**
 * Where nothing is known of earlier runs, files go by size, and a small one that takes a minute would come last: one
 * core would wait for the other.
 */
module.exports = class extends Sequencer {
  sort(tests) {
    const isLong = (test) => {
      const place = path.relative(folder, test.path).split(path.sep).join('/')
      return long.some((one) => place.startsWith(one))
    }
    return super.sort(tests).sort((a, b) => isLong(b) - isLong(a))
  }
}
