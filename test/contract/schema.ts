/**
 * The shape of the export, as this project promises it (JSON Schema 2020-12), checked by a validator that is not ours.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Analysis } from '#model/index.ts';
import { toExport } from '#render/data/json.ts';
import schema from './export.schema.json' with { type: 'json' };

const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);

/** What an export of this analysis does against the schema; empty = nothing. */
export function violations(analysis: Analysis): readonly string[] {
  const exported: unknown = JSON.parse(JSON.stringify(toExport(analysis, { version: '0.0.0', evidence: 'text' })));
  return validate(exported) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
