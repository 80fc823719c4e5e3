export { readProposedVisits } from './propose-visits'
export { readSilence } from './read-silence'
