export default definePageConfig({ navigationBarTitleText: '站点小程序码' })
