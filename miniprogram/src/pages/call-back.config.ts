export default definePageConfig({ navigationBarTitleText: '请代表给我回电话' })
