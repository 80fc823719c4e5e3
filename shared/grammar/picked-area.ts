import { picked } from './fields'

/** Where in the village that is picked beside it: one of its natural villages or groups. */
export const pickedArea = (label = '哪个自然村、小组', extra: { help?: string } = {}) =>
  picked(label, 'area', { partOf: 'villageId', ...extra })
