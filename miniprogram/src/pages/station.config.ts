export default definePageConfig({
  navigationBarTitleText: '代表之家',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
