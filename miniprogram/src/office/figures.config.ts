export default definePageConfig({ navigationBarTitleText: '数据与报表' })
