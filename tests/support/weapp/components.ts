import { glassEasel, MiniProgramEnv, type ComponentEnv } from 'glass-easel-miniprogram-adapter'
import type { Bundle } from './compile'

/** Built-in components of WeChat and the plain element that stands for each. */
const elements: Readonly<{ [component: string]: string }> = {
  ...Object.fromEntries(
    [
      'view',
      'text',
      'button',
      'scroll-view',
      'form',
      'input',
      'textarea',
      'label',
      'picker',
      'switch',
      'navigator',
      'icon',
      'swiper',
      'swiper-item',
      'block',
      'rich-text',
      'checkbox',
      'checkbox-group',
      'radio',
      'radio-group',
      'slider',
      'progress',
      'picker-view',
      'picker-view-column',
      'movable-view',
      'movable-area',
      'map',
      'video',
      'camera',
      'cover-view',
      'page-meta',
      'navigation-bar',
    ].map((name) => [name, `wx-${name}`]),
  ),
  image: 'img',
  'cover-image': 'img',
  canvas: 'canvas',
  audio: 'audio',
  'web-view': 'iframe',
}

/** The host itself tells a page of these, with the details that WeChat gives. */
const toldByHost = new Set(['input', 'focus', 'blur', 'change', 'confirm', 'submit', 'reset'])

/** Tencent's own component framework, set up to draw the compiled templates into this window. */
export function createComponents(bundle: Bundle) {
  // Otherwise the ids of the page are not to be found in the document.
  glassEasel.globalOptions.writeIdToDOM = true
  const env = new MiniProgramEnv()
  const space = env.createCodeSpace('', true)
  keepIdsAsWritten(space)
  for (const [name, tag] of Object.entries(elements))
    space.getComponentSpace().setGlobalUsingComponent(name, tag)

  const evaluate = eval as (code: string) => Templates
  const templates = evaluate(`(${bundle.templates})`)
  for (const [place, content] of Object.entries(templates)) {
    // Without the last option `bindtap` on a plain element would become an attribute.
    const template = { groupList: templates, content, fallbackListenerOnNativeNode: true }
    space.addCompiledTemplate(place, template as unknown as Parameters<typeof space.addCompiledTemplate>[1])
  }
  for (const [place, config] of Object.entries(bundle.configs)) {
    space.addComponentStaticConfig(place, config)
  }

  const backend = env.associateBackend(createScreen())
  return {
    /** `Page` and `Component` for the script of one place. */
    define: (place: string, define: (env: ComponentEnv) => void) => space.componentEnv(place, define),
    hasTemplate: (place: string) => space.getCompiledTemplate(place) !== undefined,
    createRoot: (place: string) => backend.createRoot('wx-page', space, place),
    emit,
    valueOf,
  }
}
export type Components = ReturnType<typeof createComponents>
export type Root = ReturnType<Components['createRoot']>
type Templates = Readonly<{ [place: string]: unknown }>

type Screen = InstanceType<typeof glassEasel.CurrentWindowBackendContext>

/** The document of this window, with events that reach the pages. */
function createScreen(): Screen {
  const screen = new glassEasel.CurrentWindowBackendContext()
  screen.onEvent((target, type, detail, options) => {
    const event = new glassEasel.Event(type, detail, {
      ...options,
      extraFields: { touches: [], changedTouches: [] },
    })
    glassEasel.Event.dispatchEvent(target, event)
    return event.getEventBubbleStatus()
  })
  const listen = screen.setListenerStats.bind(screen)
  screen.setListenerStats = (element, type, ...rest) => {
    if (!toldByHost.has(type)) listen(element, type, ...rest)
  }
  return screen
}

/** The framework would put a prefix before each id that is written in a template. */
function keepIdsAsWritten(space: object) {
  type Prepare = (place: string, options: unknown) => [{ idPrefixGenerator?: unknown }, ...unknown[]]
  const own = space as { prepareComponentOptions: Prepare }
  const prepare = own.prepareComponentOptions.bind(space)
  own.prepareComponentOptions = (place, options) => {
    const prepared = prepare(place, options)
    delete prepared[0].idPrefixGenerator
    return prepared
  }
}

type Drawn = Node & { __wxElement?: Parameters<typeof glassEasel.triggerEvent>[0] }

/** Tells the page of an event of one of its elements. */
function emit(element: Element, type: string, detail: object) {
  const { __wxElement: drawn } = element as Drawn
  if (drawn) glassEasel.triggerEvent(drawn, type, detail, { bubbles: false, composed: false })
}

/** The value that the template gave to an attribute, as it is and not as text. */
function valueOf(element: Element, name: string): unknown {
  return (element as Drawn).__wxElement?.getAttribute(name)
}
