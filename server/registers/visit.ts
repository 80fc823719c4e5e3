import { type Keeping, ofEach } from '../engine/registers/kept-register'
import { ownRecords } from '../features/contacts/own-records'
import { keepRecording } from '../features/contacts/recordings'

export const visit: Keeping = { ...ownRecords(), follows: ofEach(keepRecording) }
