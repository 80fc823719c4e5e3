import { isObject } from './endpoint'
import { refuse } from './refusal'

/** The arguments that all codes share (section 4, A); a wrong one is 40097. */

export function readFlag(value: unknown): boolean {
  if (value === undefined) return false
  return typeof value === 'boolean' ? value : refuse(40097)
}

export function readWidth(value: unknown): number {
  if (value === undefined) return 430
  const isAllowed = typeof value === 'number' && Number.isInteger(value) && value >= 280 && value <= 1280
  return isAllowed ? value : refuse(40097)
}

function readByte(value: unknown): number {
  const isByte = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255
  return isByte ? value : refuse(40097)
}

export function readLineColor(value: unknown): { r: number; g: number; b: number } {
  if (value === undefined) return { r: 0, g: 0, b: 0 }
  if (!isObject(value)) return refuse(40097)
  return { r: readByte(value.r), g: readByte(value.g), b: readByte(value.b) }
}

export function checkVersion(value: unknown, errcode = 40097): void {
  if (value !== undefined && value !== 'release' && value !== 'trial' && value !== 'develop') refuse(errcode)
}
