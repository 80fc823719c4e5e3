export default definePageConfig({ navigationBarTitleText: '村里的告知单' })
