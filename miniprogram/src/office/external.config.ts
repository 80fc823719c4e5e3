export default definePageConfig({ navigationBarTitleText: '上级代表建议' })
