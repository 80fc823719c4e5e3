import http from 'node:http'

const lines = new http.Agent({ keepAlive: true })

/** A whole run sends some hundred thousand of these, and `fetch` takes three times as much for each. */
export const send = (url: string, options: http.RequestOptions & { body?: string | undefined } = {}) =>
  new Promise<{ status: number; headers: Headers; text: string }>((resolve, reject) => {
    const request = http.request(url, { agent: lines, ...options }, (response) => {
      const headers = new Headers(response.headers as Record<string, string>)
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers, text }))
      response.on('error', reject)
    })
    request.on('error', (error: NodeJS.ErrnoException) => {
      // The server closed a line that was idle just when it was to be used again.
      if (request.reusedSocket && error.code === 'ECONNRESET') resolve(send(url, options))
      else reject(error)
    })
    request.end(options.body)
  })
