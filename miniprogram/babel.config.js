/**
 * A browser that runs modules runs this: those of phones since 2018, and what the desks of an office have. An older one
 * cannot run React either, so nothing is written twice for it; WeChat on old phones gets what `browserslist` says.
 */
const browsers = { chrome: '63', edge: '79', firefox: '67', ios: '12', safari: '12' }
const targets = process.env.TARO_ENV === 'h5' ? { targets: browsers } : {}

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, ...targets }]],
  plugins: ['./config/without-papers.js'],
}
