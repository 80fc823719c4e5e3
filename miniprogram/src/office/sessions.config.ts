export default definePageConfig({ navigationBarTitleText: '人代会会议' })
