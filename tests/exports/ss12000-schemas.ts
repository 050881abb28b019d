import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type SchemaObject, type ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import yaml from 'js-yaml'
import { sharedData } from '../imports/importing-school.ts'

const folder = join(sharedData, 'ss12000')

export type Judge = (data: unknown) => readonly string[]

const asJudge =
  (validate: ValidateFunction): Judge =>
  (data) => {
    validate(data)
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }

/** Whole pages by the OpenAPI file of TK450, the committee that keeps SS 12000. */
export function pageJudges(): (resource: string) => Judge {
  const file = readFileSync(join(folder, 'tk450-openapi-2.0.0/ss12000v2-bundled.yaml'), 'utf8')
  const api = yaml.load(file) as SchemaObject
  // OpenAPI 3.0 has words of its own beside JSON Schema.
  const ajv = new Ajv({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema(api, 'api')
  return (resource) =>
    asJudge(
      ajv.compile({
        $ref: `api#/paths/~1${resource}/get/responses/200/content/application~1json/schema`,
      }),
    )
}

/** Single objects by the schemas of Skolverket's reference API, which receives them for its tests. */
export function skolverketJudges(): (schema: string) => Judge {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  const schemas = join(folder, 'skolverket-refapi/schema')
  for (const name of readdirSync(schemas)) {
    ajv.addSchema(JSON.parse(readFileSync(join(schemas, name), 'utf8')))
  }
  return (schema) => asJudge(ajv.compile({ $ref: `/schemas/${schema}` }))
}
