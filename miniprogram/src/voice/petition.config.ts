export default definePageConfig({ navigationBarTitleText: '信访、举报登记' })
