import { beijingDay } from '../../../shared/rules/days'

/** The day on the calendar, wherever the phone is. */
export const today = () => beijingDay(new Date())
