declare module 'exceljs/lib/xlsx/defaultnumformats.js' {
  /** By the number that a file gives instead of a pattern: what it means, here and in Chinese. */
  const formats: Record<number, { f?: string; 'zh-cn'?: string }>
  export default formats
}
