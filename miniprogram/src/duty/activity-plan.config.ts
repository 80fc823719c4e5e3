export default definePageConfig({ navigationBarTitleText: '年度活动计划' })
