export default definePageConfig({ navigationBarTitleText: '一页说明' })
