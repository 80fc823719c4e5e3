export default definePageConfig({ navigationBarTitleText: '对小程序的意见' })
