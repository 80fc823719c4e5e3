export default definePageConfig({ navigationBarTitleText: '接访排班' })
