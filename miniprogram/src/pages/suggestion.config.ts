export default definePageConfig({
  navigationBarTitleText: '建议办理情况',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
