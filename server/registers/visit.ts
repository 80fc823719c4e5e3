import { type Keeping } from '../engine/registers/kept-register'
import { ownRecords } from '../features/contacts/own-records'

export const visit: Keeping = ownRecords()
