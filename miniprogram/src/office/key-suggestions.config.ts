export default definePageConfig({ navigationBarTitleText: '重点建议' })
