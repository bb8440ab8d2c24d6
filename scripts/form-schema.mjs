// Writes data/forms/form.schema.json from the schema that loading uses; run after `npm run prepare` when the schema changed.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { formJsonSchema } from '../dist/programme/form-schema.js';

const file = 'data/forms/form.schema.json';
writeFileSync(file, `${JSON.stringify(formJsonSchema(), null, 2)}\n`);
execFileSync(
  process.execPath,
  [createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome'), 'format', '--write', file],
  {
    stdio: 'inherit',
  },
);
