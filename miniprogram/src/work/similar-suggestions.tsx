import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import {
  comparedCharacters,
  listSimilar,
  type SimilarRow,
} from '../../../shared/matters/suggestion/similar-endpoints'
import { spokenDay } from '../../../shared/rules/days'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import { ask } from '../client/ask'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { today } from './words'

/** Long enough that it is not asked at every letter. */
const restMs = 700

interface Written {
  town: string
  subject: string
  facts: string
  village?: string | undefined
  /** The draft itself is nothing to be shown. */
  except?: string
}

/** What was proposed before about what seems to be the same matter; empty where there is nothing. */
export function SimilarSuggestions({ except, ...written }: Written) {
  const found = useSimilar(written).filter(({ id }) => id !== except)
  if (found.length === 0) return null
  return (
    <View className="section" id="similar">
      <Heading>以前可能有人提过</Heading>
      <View className="note">是同一件事的，可以先看看办到哪一步，或者联名；不是同一件，请接着写。</View>
      <Card tight>
        {found.map(({ id, no, subject, leadDeputy, state, acceptedOn, isPublic }) => (
          <Cell
            key={id}
            label={subject}
            note={[
              no,
              `${leadDeputy}代表`,
              `${spokenDay(acceptedOn, today())}受理`,
              suggestionStates[state].label,
            ]
              .filter(Boolean)
              .join(' · ')}
            {...(isPublic
              ? {
                  onTap: () =>
                    void Taro.navigateTo({ url: `/pages/suggestion?town=${written.town}&id=${id}` }),
                }
              : {})}
          />
        ))}
      </Card>
    </View>
  )
}

function useSimilar({ town, subject, facts, village }: Omit<Written, 'except'>): SimilarRow[] {
  const [found, setFound] = useState<SimilarRow[]>([])
  useEffect(() => {
    let gone = false
    const rest = setTimeout(() => {
      const input = {
        subject: firstOf(subject, comparedCharacters.subject),
        facts: firstOf(facts, comparedCharacters.facts),
        ...(village ? { village } : {}),
      }
      ask(listSimilar, { params: { town }, input }).then(
        ({ similar }) => !gone && setFound(similar),
        // Advice that cannot be had is no reason to disturb anybody.
        () => undefined,
      )
    }, restMs)
    return () => {
      gone = true
      clearTimeout(rest)
    }
  }, [town, subject, facts, village])
  return found
}

const firstOf = (text: string, most: number) => [...text].slice(0, most).join('')
