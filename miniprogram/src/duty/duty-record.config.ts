export default { navigationBarTitleText: '补记一件' }
