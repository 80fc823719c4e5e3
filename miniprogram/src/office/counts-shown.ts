import { type Counts, figureWords, inFigureWords, type FigureWord } from '../../../shared/rules/rates'

/** How many there are, before any rate is made of them. */
export const countsShown = (counts: Counts): Record<string, number> =>
  inFigureWords(counts, ...(Object.keys(figureWords) as FigureWord[]))
