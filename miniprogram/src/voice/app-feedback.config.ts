export default definePageConfig({ navigationBarTitleText: '对这个小程序有意见' })
