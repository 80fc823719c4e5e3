/** `kidList[1]` or `kidList[]`; `kidList` alone may stand several times. Both ways were reported to work (section 3.3). */
const indexed = /^(?<name>[^[\]]+)\[\d*\]$/

/** The fields of an `x-www-form-urlencoded` body in their order; each one is a list, because any of them may repeat. */
export function parseForm(body: Buffer): Record<string, string[]> {
  const fields = new Map<string, string[]>()
  for (const [key, value] of new URLSearchParams(body.toString('utf8'))) {
    const name = indexed.exec(key)?.groups?.name ?? key
    fields.set(name, [...(fields.get(name) ?? []), value])
  }
  return Object.fromEntries(fields)
}

/** The files of a `multipart/form-data` body by their names; none where it is another one, or broken. */
export async function parseFiles(body: Buffer, type: string): Promise<Record<string, Buffer>> {
  const fields: [string, Buffer][] = []
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
    for (const [name, value] of form)
      if (typeof value !== 'string') fields.push([name, Buffer.from(await value.arrayBuffer())])
  } catch {
    return {}
  }
  return Object.fromEntries(fields)
}
