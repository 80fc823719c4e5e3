export default definePageConfig({ navigationBarTitleText: '本村的代表' })
