export default definePageConfig({ navigationBarTitleText: '五公开海报' })
