import fs from 'node:fs'

const everyMs = 50

/** Watches what a process and those that it started hold in memory together. Only Linux tells; elsewhere it stays 0. */
export function watchMemory(pid: number) {
  let most = 0
  const timer = setInterval(() => {
    const now = megabytesOf(pid)
    if (now > most) most = now
  }, everyMs)
  return {
    now: () => megabytesOf(pid),
    stop() {
      clearInterval(timer)
      return most
    },
  }
}

function megabytesOf(pid: number): number {
  try {
    const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    const pages = Number(fs.readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    return (
      Math.round((pages * 4096) / 1024 / 1024) +
      children.reduce((sum, one) => sum + megabytesOf(Number(one)), 0)
    )
  } catch {
    // It has ended, or the system does not tell.
    return 0
  }
}
