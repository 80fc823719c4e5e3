import type { Story } from './story'
import { contentCheckStory } from './stories/content-check'
import { opinionStory } from './stories/opinion'
import { siteReviewStory } from './stories/site-review'
import { suggestionStory } from './stories/suggestion'

/**
 * How each kind of matter is lived through, by its name in `shared/workflow.ts`. The
 * last one is lived after all else has been made.
 */
export const stories: Readonly<Record<string, Story>> = {
  suggestion: suggestionStory,
  contentCheck: contentCheckStory,
  siteReview: siteReviewStory,
  opinion: opinionStory,
}
