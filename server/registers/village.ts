import { namedPlace } from '../features/places/named'

export const village = namedPlace('village')
