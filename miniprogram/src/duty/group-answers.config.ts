export default definePageConfig({ navigationBarTitleText: '小组意见汇总' })
