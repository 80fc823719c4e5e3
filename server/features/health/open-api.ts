import * as z from 'zod/mini'
import { contract } from '../../http/contract'
import { type Endpoint, parameterNames } from '../../../shared/grammar/endpoint'
import { forms } from '../../../shared/grammar/fields'
import { refusals } from '../../../shared/words/refusals'
import { capital, type Schema, shareSchemas } from './share-schemas'
import { type Operation, shareWhole } from './share-whole'

/**
 * OpenAPI 3.1 from the schemas that check requests; nothing in it is written by hand. What several endpoints take or
 * answer is written once, among the components.
 */
export function describeApi() {
  const places: { name: string; schema: Schema }[] = []
  const fill: ((schema: Schema) => void)[] = []
  /** The place of a schema, to be filled in when it is known what is shared. */
  const place: Place = (name, schema) => {
    const put: { schema: unknown } = { schema: {} }
    places.push({ name, schema })
    fill.push((shared) => (put.schema = shared))
    return put
  }
  const paths: Record<string, Record<string, Operation>> = {}
  for (const [name, endpoint] of contract) {
    const path = '/api' + endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint, place) }
  }
  const { schemas, components } = shareSchemas(places)
  schemas.forEach((schema, at) => fill[at]?.(schema))
  const answers = shareWhole(Object.values(paths).flatMap((path) => Object.values(path)))
  return {
    openapi: '3.1.0',
    info: {
      title: '代表之家',
      version: '0.1.0',
      description: '乡镇人大代表建议办理：公开栏、留言、建议办理全过程。',
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: '由 POST /api/sign-in 取得' },
      },
      parameters: { IdempotencyKey: idempotencyKey, ...pathParameters() },
      responses: {
        ...answers.responses,
        Refusal: {
          description: '不行，附原因',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
        },
      },
      requestBodies: answers.requestBodies,
      schemas: { ...components, Refusal: refusal },
    },
  }
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,64}$' },
}

/** A place of an address means the same in all of them. */
const pathParameters = () =>
  Object.fromEntries(
    [...contract]
      .flatMap(([, { path }]) => parameterNames(path))
      .map((name) => [name, { name, in: 'path', required: true, schema: { type: 'string' } }]),
  )

const refusal = {
  type: 'object',
  required: ['code', 'message'],
  properties: {
    code: { enum: Object.keys(refusals) },
    message: { type: 'string', description: '一句中文：为什么不行、接下来怎么办' },
    fields: { type: 'object', additionalProperties: { type: 'string' } },
  },
}

type Place = (name: string, schema: Schema) => { schema: unknown }

function operation(name: string, endpoint: Endpoint, place: Place): Operation {
  const isOpen = endpoint.who === 'anyone'
  const called = capital(name)
  const says = 'shape' in endpoint.input && Object.keys(endpoint.input.shape as object).length > 0
  const said = endpoint.file && says ? place(`${called}Input`, schemaOf(endpoint.input, 'input')) : undefined
  return {
    operationId: name,
    summary: endpoint.says,
    ...(isOpen ? { security: [] } : {}),
    parameters: [
      ...parameterNames(endpoint.path).map((name) => ({ $ref: `#/components/parameters/${name}` })),
      ...queryParameters(endpoint, called, place),
      ...(endpoint.method === 'GET' || isOpen ? [] : [{ $ref: '#/components/parameters/IdempotencyKey' }]),
    ],
    ...(endpoint.method === 'GET'
      ? {}
      : {
          requestBody: {
            required: true,
            content: endpoint.file
              ? multipart(endpoint.file, endpoint.fileType, said)
              : { 'application/json': place(`${called}Input`, schemaOf(endpoint.input, 'input')) },
          },
        }),
    responses: {
      200: {
        description: '成功',
        content: endpoint.mediaType
          ? { [endpoint.mediaType]: { schema: { type: 'string', contentMediaType: endpoint.mediaType } } }
          : { 'application/json': place(called, schemaOf(endpoint.output, 'output')) },
      },
      default: { $ref: '#/components/responses/Refusal' },
    },
  }
}

/** One picture, or one file of the type that is told, and what is said beside it; nothing else. */
function multipart(file: string, type: string | undefined, said: { schema: unknown } | undefined) {
  const one = { type: 'string', contentMediaType: type ?? 'image/*' }
  const contentType = type ?? 'image/jpeg, image/png, image/webp'
  const properties =
    said === undefined
      ? { [file]: one }
      : {
          // Filled in when it is known what is shared.
          get form() {
            return said.schema
          },
          [file]: one,
        }
  return {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: Object.keys(properties),
        properties,
        additionalProperties: false,
      },
      encoding: {
        ...(said === undefined ? {} : { form: { contentType: 'application/json' } }),
        [file]: { contentType },
      },
    },
  }
}

function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const form = forms.get(zodSchema as unknown as z.ZodMiniType)
      if (form) jsonSchema.title = form.label
      // That a whole number is one which JavaScript can count says nothing to whoever reads it.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    },
  })
  return rest
}

function queryParameters(endpoint: Endpoint, called: string, place: Place) {
  const { properties = {}, required = [] } = schemaOf(endpoint.query, 'input') as {
    properties?: Record<string, Schema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) =>
    // The place itself, for it is filled in later.
    Object.assign(place(called + capital(name), property), {
      ...{ name, in: 'query', required: required.includes(name) },
    }),
  )
}
