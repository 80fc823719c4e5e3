export default definePageConfig({ navigationBarTitleText: '建议办理公开栏' })
