import { setPortrait } from '../../../shared/api/people'
import { upload } from './upload'

/** @throws Refusal with the server's sentence, or Offline */
export const sendPortrait = (town: string, id: string, filePath: string, key: string) =>
  upload(setPortrait, { town, id }, { name: 'portrait', filePath }, key)
