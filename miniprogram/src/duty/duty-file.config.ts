export default { navigationBarTitleText: '履职档案' }
