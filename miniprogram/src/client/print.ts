/** Opens the browser's own printing, once what has just been loaded is drawn. */
export const printPage = () => {
  requestAnimationFrame(() => requestAnimationFrame(() => window.print()))
}
