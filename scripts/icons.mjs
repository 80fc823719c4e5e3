// Draws the icons of the tab bar (WeChat wants PNG files of 81 pixels) and the pictures of the cards that are passed on
// (5:4, with nothing that matters outside the square in their middle): `node scripts/icons.mjs`.
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
