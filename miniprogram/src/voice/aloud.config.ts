export default definePageConfig({ navigationBarTitleText: '打印公告、念给村里听' })
