import path from 'node:path'
import { root } from './root'
import { releasedPages } from './released-pages'
import { type AppSeed, type TemplateSeed } from './seed-shapes'
import { type App, type ContentWord, type Template } from './shapes'

export const defaultPages = releasedPages(path.join(root, 'miniprogram/src'))

/** 政务民生, the category of the library's titles. */
export const defaultCategories: App['categories'] = [{ id: 612, name: '政务民生' }]

export const defaultApps: AppSeed[] = [{ appid: 'wx0000000000000000', secret: 'development-only-secret' }]

/** The three lines of a reminder; none of them can hold a resident's own words (section 10, point 4). */
const reminderKeys: Template['keys'] = [
  { key: 'character_string1', label: '编号', type: 'character_string' },
  { key: 'thing2', label: '事项', type: 'thing' },
  { key: 'time3', label: '时间', type: 'time' },
]

export const defaultTemplates: TemplateSeed[] = [
  { id: 'sim-template-progress', title: '办理进度提醒', type: 2, keys: reminderKeys },
  { id: 'sim-template-task', title: '待办提醒', type: 2, keys: reminderKeys },
]

/** A few words per label, enough to walk through every verdict by hand. */
export const defaultContentWords: ContentWord[] = [
  { word: '加微信领红包', label: 10001, suggest: 'review' },
  { word: '时政评论', label: 20001, suggest: 'review' },
  { word: '颠覆国家政权', label: 20001, suggest: 'risky' },
  { word: '裸聊', label: 20002, suggest: 'risky' },
  { word: '王八蛋', label: 20003, suggest: 'review' },
  { word: '枪支出售', label: 20006, suggest: 'risky' },
  { word: '刷单返利', label: 20008, suggest: 'risky' },
  { word: '低俗段子', label: 20012, suggest: 'review' },
  { word: '盗版影碟', label: 20013, suggest: 'review' },
  { word: '其他违规', label: 21000, suggest: 'review' },
]

/** Words that a message card may not contain (45168). */
export const defaultCardWords = ['SIM_SENSITIVE', '颠覆国家政权']
