/** What the address leads to is no station any more. */
export class NoStation extends Error {}

/** Without who asks: nothing of a visitor is sent, and nothing kept. @throws Error where there is no line */
export async function ask<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(`/api${path}`, { credentials: 'omit' })
  if (answer.status === 404) throw new NoStation()
  if (!answer.ok) throw new Error(String(answer.status))
  return (await answer.json()) as Answer
}
