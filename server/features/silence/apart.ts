export { readSilence } from './read-silence'
