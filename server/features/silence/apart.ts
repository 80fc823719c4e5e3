export { proposeVisits } from './propose-visits'
export { readSilence } from './read-silence'
