/** The product compiled into a folder of its own, so that real processes can be started, killed and given other data. */
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** A compiled product beside its data. */
export interface OwnPackage {
  readonly root: string;
  /** The command line's file. */
  readonly cli: string;
  /** Rewrites a JSON file of this package only, such as `data/forms/need.json`. */
  change(path: string, edit: (json: Record<string, unknown>) => unknown): Promise<void>;
  remove(): Promise<void>;
}

/** Compiles src without checking it. The folder lies inside node_modules, so that packages are found from it. */
export async function makeOwnPackage(name: string): Promise<OwnPackage> {
  const root = join(process.cwd(), 'node_modules', `.own-${name}-${process.pid}`);
  await rm(root, { recursive: true, force: true });
  await compile('src', join(root, 'dist'));
  await cp('src/channels/web/client', join(root, 'dist/channels/web/client'), { recursive: true });
  await cp('data', join(root, 'data'), { recursive: true });
  await cp('package.json', join(root, 'package.json'));
  await copyDerived(root);
  await symlink(join(process.cwd(), 'prompts'), join(root, 'prompts'));
  return {
    root,
    cli: join(root, 'dist/cli.js'),
    async change(path, edit) {
      const file = join(root, path);
      await writeFile(file, JSON.stringify(edit(JSON.parse(await readFile(file, 'utf8')))));
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** The tables the build derived; a server that makes them itself is busy for seconds at its first message. */
async function copyDerived(root: string): Promise<void> {
  for (const name of ['glosses.txt', 'guess.bin']) await cp(join('dist', name), join(root, 'dist', name));
}

async function compile(from: string, to: string): Promise<void> {
  for (const name of await readdir(from, { recursive: true })) {
    if (!name.endsWith('.ts') || name.startsWith('channels/web/client')) continue;
    const target = join(to, name.replace(/\.ts$/, '.js'));
    await mkdir(dirname(target), { recursive: true });
    const { outputText } = ts.transpileModule(await readFile(join(from, name), 'utf8'), {
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
        rewriteRelativeImportExtensions: true,
      },
    });
    await writeFile(target, outputText);
  }
}
