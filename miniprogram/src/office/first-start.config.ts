export default definePageConfig({ navigationBarTitleText: '第一次启动' })
