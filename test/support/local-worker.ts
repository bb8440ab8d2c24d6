/** The thread of a local model as it runs in the built product, compiled on the spot from today's sources. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

/** Where it lies, and how to take it away. Inside the project, so that it finds the packages. */
export interface CompiledWorker {
  readonly url: URL;
  remove(): void;
}

/** Compiles the thread's two files. */
export function compileLocalWorker(): CompiledWorker {
  mkdirSync('node_modules/.tmp-workers', { recursive: true });
  const folder = mkdtempSync('node_modules/.tmp-workers/local-');
  for (const name of ['local-worker', 'local-encoder']) {
    const { outputText } = ts.transpileModule(readFileSync(`src/ai/${name}.ts`, 'utf8'), {
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2022,
        verbatimModuleSyntax: true,
        rewriteRelativeImportExtensions: true,
      },
    });
    writeFileSync(join(folder, `${name}.js`), outputText);
  }
  return {
    url: pathToFileURL(join(folder, 'local-worker.js')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Writes the files of a model where `model get` would. */
export function layModel(folder: string, files: Readonly<Record<string, Uint8Array>>): string {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}
