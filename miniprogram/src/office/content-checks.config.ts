export default definePageConfig({ navigationBarTitleText: '待复核的公开内容' })
