export default definePageConfig({ navigationBarTitleText: '交办清单' })
