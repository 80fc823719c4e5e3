export default definePageConfig({ navigationBarTitleText: '小组评议' })
