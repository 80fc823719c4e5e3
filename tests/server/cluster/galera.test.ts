import { cluster } from '../../../scripts/faults/cluster'
import { noGalera } from '../../../scripts/faults/galera'
import { groundOf } from '../../support/faults'

const why = noGalera()
const tried = why === undefined ? test : test.skip

tried(
  `two servers on three nodes, one of which is killed while people write: nothing acknowledged is lost, and all goes on within six seconds${why === undefined ? '' : ` (${why})`}`,
  async () => {
    const { figures, wrong } = await cluster.run(groundOf(cluster))
    expect({ wrong, outages: figures.outages }).toEqual({ wrong: [], outages: cluster.times.small })
  },
  240_000,
)
