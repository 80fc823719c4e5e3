module.exports = {
  // Packages are of both kinds, and a module that is taken for the wrong one exports nothing.
  overrides: [{ test: /[\\/]node_modules[\\/]/, sourceType: 'unambiguous' }],
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
}
