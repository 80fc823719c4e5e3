export default definePageConfig({ navigationBarTitleText: '已经公开的内容' })
