export default definePageConfig({ navigationBarTitleText: '说给代表听', enableShareAppMessage: true })
