import * as z from 'zod/mini'
import { contract } from '../../../shared/api/contract'
import { type Endpoint, parameterNames } from '../../../shared/api/endpoint'
import { forms } from '../../../shared/fields'
import { refusals } from '../../../shared/refusals'

/** OpenAPI 3.1 from the schemas that check requests; nothing in it is written by hand. */
export function describeApi() {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, endpoint] of contract) {
    const path = '/api' + endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '代表之家',
      version: '0.1.0',
      description: '乡镇人大代表建议办理：公开栏、留言、建议办理全过程。',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: '由 POST /api/sign-in 取得' },
      },
      schemas: {
        Refusal: {
          type: 'object',
          required: ['code', 'message'],
          properties: {
            code: { enum: Object.keys(refusals) },
            message: { type: 'string', description: '一句中文：为什么不行、接下来怎么办' },
            fields: { type: 'object', additionalProperties: { type: 'string' } },
          },
        },
      },
    },
  }
}

function operation(name: string, endpoint: Endpoint) {
  const isOpen = endpoint.who === 'anyone'
  return {
    operationId: name,
    summary: endpoint.says,
    ...(isOpen ? {} : { security: [{ token: [] }] }),
    parameters: [
      ...parameterNames(endpoint.path).map((parameter) => ({
        name: parameter,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...queryParameters(endpoint),
      ...(endpoint.method === 'GET' || isOpen
        ? []
        : [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: true,
              schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,64}$' },
            },
          ]),
    ],
    ...(endpoint.method === 'GET'
      ? {}
      : { requestBody: { required: true, content: json(schemaOf(endpoint.input, 'input')) } }),
    responses: {
      200: { description: '成功', content: json(schemaOf(endpoint.output, 'output')) },
      default: { description: '不行，附原因', content: json({ $ref: '#/components/schemas/Refusal' }) },
    },
  }
}

const json = (schema: unknown) => ({ 'application/json': { schema } })

function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const form = forms.get(zodSchema as unknown as z.ZodMiniType)
      if (form) jsonSchema.title = form.label
    },
  })
  return rest
}

function queryParameters(endpoint: Endpoint) {
  const schema = schemaOf(endpoint.query, 'input') as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }))
}
