/** Reads a document without layout: what a style sheet hides is skipped, and every box stands on a line of its own. */
export function readText(root: Element, isUnseen: (element: Element) => boolean): string {
  const lines: string[] = []
  const visit = (node: Node) => {
    if (node.nodeType === 3) lines.push(node.textContent ?? '')
    if (node.nodeType !== 1 || isUnseen(node as Element)) return
    for (const child of node.childNodes) visit(child)
    if (!inline.has((node as Element).localName)) lines.push('\n')
  }
  visit(root)
  return lines.join('').replace(/\n+/g, '\n').trim()
}
const inline = new Set(['wx-text'])

/** The innermost element that says exactly this, the first in the order of the screen. */
export function findByText(
  root: Element | undefined,
  text: string,
  isUnseen: (element: Element) => boolean,
): Element | undefined {
  if (!root || isUnseen(root) || !root.textContent?.includes(text)) return undefined
  for (const child of root.children) {
    const found = findByText(child, text, isUnseen)
    if (found) return found
  }
  return root.textContent.trim() === text ? root : undefined
}
