// Draws the one set of icons: those of the tab bar (WeChat wants PNG files of 81 pixels), the signs that stand beside words,
// and the pictures of the cards that are passed on (5:4, with nothing that matters outside the square in their middle):
// `node scripts/icons.mjs`.
import fs from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { root } from './install.mjs'

const folder = path.join(root, 'miniprogram/src/icons')
const outlines = {
  home: '<path d="M12 40 40.5 15 69 40"/><path d="M20 34v31h41V34"/><path d="M34 65V46h13v19"/>',
  board: '<rect x="15" y="14" width="51" height="53" rx="4"/><path d="M27 29h27M27 41h27M27 53h16"/>',
  matters: '<path d="M14 20h53v36H38L26 67V56H14z"/><path d="M28 33h25M28 44h16"/>',
  inbox: '<path d="M21 57V37a19.5 19.5 0 0 1 39 0v20l6 6H15z"/><path d="M33 69a8 8 0 0 0 15 0"/>',
  me: '<circle cx="40.5" cy="28" r="13"/><path d="M14 69c3-16 13-22 26.5-22S64 53 67 69z"/>',
}
const states = { '': ['#57534E', 'none'], '-on': ['#A61B23', '#FBE9E7'] }

for (const [name, outline] of Object.entries(outlines)) {
  for (const [suffix, [stroke, fill]] of Object.entries(states)) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="81" height="81" fill="${fill}" stroke="${stroke}"
      stroke-width="5" stroke-linejoin="round" stroke-linecap="round">${outline}</svg>`
    fs.writeFileSync(
      path.join(folder, `${name}${suffix}.png`),
      await sharp(Buffer.from(svg)).png().toBuffer(),
    )
  }
}

/** On a grid of 24, two wide: what a button does, for whoever reads its word slowly. */
const signs = {
  say: '<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5 11a7 7 0 0 0 14 0M12 18v3"/>',
  call: '<path d="M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z"/>',
  photo: '<path d="M4 8h4l2-3h4l2 3h4v11H4z"/><circle cx="12" cy="13" r="3.5"/>',
  hear: '<path d="M4 10v4h3l5 4V6L7 10z"/><path d="M16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11"/>',
  find: '<circle cx="10.5" cy="10.5" r="6"/><path d="M15 15l5 5"/>',
  print: '<path d="M7 9V4h10v5M7 17H4V9h16v8h-3"/><path d="M7 14h10v6H7z"/>',
  said: '<path d="M4 5h16v11h-7l-4 4v-4H4z"/><path d="M8 9h8M8 12.5h5"/>',
  house: '<path d="M3 11.5l9-7.5 9 7.5M6 9.5V20h12V9.5"/><path d="M10 20v-6h4v6"/>',
}
/** A style sheet carries them, so that each has the colour of its word in WeChat and in a browser alike. */
const ofSign = ([name, drawn]) => {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' stroke-width='2'
    stroke-linejoin='round' stroke-linecap='round'>${drawn.replaceAll('"', "'")}</svg>`
  const address = svg.replace(/\n\s+/g, ' ').replace(/[<>#]/g, encodeURIComponent)
  return `.icon-${name} {\n  --sign: url("data:image/svg+xml,${address}");\n}\n`
}
fs.writeFileSync(
  path.join(folder, 'signs.scss'),
  `/* Drawn by scripts/icons.mjs. */\n\n${Object.entries(signs).map(ofSign).join('\n')}`,
)

const cards = {
  board: ['代表建议', '办得怎么样', outlines.board],
  matter: ['一件代表建议', '办到哪一步', outlines.matters],
  station: ['人大代表活动室', '说给代表听', outlines.home],
  deputy: ['人大代表', '有事跟我说', outlines.me],
}

for (const [name, [above, below, outline]] of Object.entries(cards)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="500" height="400" font-family="Noto Sans CJK SC"
    text-anchor="middle"><rect width="500" height="400" fill="#FAF7F2"/><rect width="500" height="232" fill="#A61B23"/>
    <rect x="90" y="214" width="320" height="4" fill="#F6DFA8"/>
    <g transform="translate(169 22) scale(2)" fill="none" stroke="#FFFFFF" stroke-width="4" stroke-linejoin="round"
      stroke-linecap="round">${outline}</g>
    <text x="250" y="300" font-size="44" font-weight="bold" fill="#1F2328">${above}</text>
    <text x="250" y="360" font-size="38" fill="#57534E">${below}</text></svg>`
  const file = path.join(root, 'miniprogram/src/shares', `${name}.png`)
  fs.writeFileSync(
    file,
    await sharp(Buffer.from(svg)).png({ palette: true, colours: 16, effort: 10 }).toBuffer(),
  )
}
