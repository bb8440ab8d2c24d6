/** How long the first reply takes, and what is imported for it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BenchRow, ms, quantile, times } from './bench-row.ts';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const RUNS = 5;
/** What a program that loads everything it might need would import at once. */
const ALL_SDKS = ['telegraf', '@slack/bolt', 'openai', 'langchain', '@langchain/openai', 'sqlite3'];
/** What the first reply in a terminal needs. */
const CORE = ['main.js', 'commands/chat.js'];

/** Measures a cold start; files are in the system's cache after the first run, which is not counted. */
export async function benchStart(tick: () => void): Promise<readonly BenchRow[]> {
  const core = CORE.map((file) => new URL(`../${file}`, import.meta.url).href);
  const reply: number[] = [];
  const eager: number[] = [];
  const coreCpu: number[] = [];
  const eagerCpu: number[] = [];
  const bareCpu: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const first = await firstReply();
    const all = await imports(ALL_SDKS);
    const own = await imports(core);
    const none = await imports([]);
    tick();
    if (run === 0) continue;
    reply.push(first);
    eager.push(all.wall);
    eagerCpu.push(all.cpu);
    coreCpu.push(own.cpu);
    bareCpu.push(none.cpu);
  }
  const median = (values: readonly number[]): number => quantile(values, 0.5);
  const bare = median(bareCpu);
  const ownCpu = median(coreCpu) - bare;
  const allCpu = median(eagerCpu) - bare;
  return [
    {
      what: 'cold start to the first console reply',
      ours: ms(median(reply)),
      beside: `${ms(median(eager))} importing all SDKs, no reply yet`,
      ratio: times(median(eager), median(reply)),
      goal: '≤ 700 ms',
    },
    {
      what: 'CPU of importing the core',
      ours: ms(ownCpu),
      beside: `${ms(allCpu)} all SDKs`,
      ratio: `1/${(allCpu / ownCpu).toFixed(1)}`,
      goal: '≤ 1/5',
    },
  ];
}

/** Milliseconds from starting the process to its first printed line, on a database of its own. */
async function firstReply(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'jiebang-bench-'));
  const env = { DATABASE_URL: `sqlite:${folder}/bench.db` };
  const began = performance.now();
  const child = spawn(process.execPath, [join(HERE, 'cli.js'), 'chat', '--jsonl', '--no-sample'], {
    cwd: folder,
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  child.stdin.end(`${JSON.stringify({ from: 'bench', text: '你好' })}\n`);
  await Promise.race([once(child.stdout, 'data'), gone]);
  const took = performance.now() - began;
  await gone;
  await rm(folder, { recursive: true, force: true });
  return took;
}

/** CPU and wall time, in milliseconds, of a process that only imports. */
async function imports(names: readonly string[]): Promise<{ readonly cpu: number; readonly wall: number }> {
  const script = `await Promise.all(${JSON.stringify(names)}.map((name) => import(name)));
    const { user, system } = process.cpuUsage(); process.stdout.write(String((user + system) / 1000), () => process.exit());`;
  const began = performance.now();
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: HERE,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  await once(child, 'close');
  return { cpu: Number(text), wall: performance.now() - began };
}
