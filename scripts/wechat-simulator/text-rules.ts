import { badLabels, type ContentWord } from './shapes'

/** Written into a text, they force a verdict in a test without depending on any word list (section 9.5). */
const magicWords: ContentWord[] = badLabels.flatMap((label) => [
  { word: `SIM_RISKY_${label}`, label, suggest: 'risky' },
  { word: `SIM_REVIEW_${label}`, label, suggest: 'review' },
])

type Verdict = { suggest: 'pass' | 'review' | 'risky'; label: number; keyword: string | undefined }

/** The worst word decides, the earlier one in the list among equals; nothing found is label 100, pass. */
export function judgeText(words: ContentWord[], text: string): Verdict {
  const found = [...magicWords, ...words].filter(({ word }) => text.includes(word))
  const worst = found.find(({ suggest }) => suggest === 'risky') ?? found[0]
  if (!worst) return { suggest: 'pass', label: 100, keyword: undefined }
  return { suggest: worst.suggest, label: worst.label, keyword: worst.word }
}
