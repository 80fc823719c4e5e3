import { type NamedFault } from './named-fault'
import { accountFaults } from './on-the-account'
import { cloudFaults } from './on-the-cloud'
import { clockFaults } from './on-the-clock'
import { messageFaults } from './on-the-message'
import { pushFaults } from './on-the-push'
import { wireFaults } from './on-the-wire'

/** The whole fault table of section 9.7 by name. */
export const namedFaults: NamedFault[] = [
  ...wireFaults,
  ...accountFaults,
  ...messageFaults,
  ...pushFaults,
  ...clockFaults,
  ...cloudFaults,
].sort((one, other) => one.row - other.row)
