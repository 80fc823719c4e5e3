export default { navigationBarTitleText: '本镇人大' }
