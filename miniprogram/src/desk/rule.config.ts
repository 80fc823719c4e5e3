export default { navigationBarTitleText: '制度' }
