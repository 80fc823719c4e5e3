export default { navigationBarTitleText: '代表档案' }
