export default definePageConfig({ navigationBarTitleText: '说给代表听' })
