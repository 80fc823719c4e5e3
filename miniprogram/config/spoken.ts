/** What WeChat's reader hears of an element; Taro writes none of it into the templates by itself. */
const heard = { 'aria-role': '', 'aria-label': '' }
const pressed = { ...heard, 'aria-selected': '', 'aria-checked': '' }

export const spoken = { View: pressed, Image: heard, Input: heard, Textarea: heard, Switch: heard }
