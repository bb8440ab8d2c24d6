/** Many people fill forms while the real server is killed again and again; afterwards the database is judged. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dice } from './dice.ts';
import { type LedgerEntry, type Talk, walkForms } from './form-walker.ts';
import { judge, type Verdict } from './ledger-oracle.ts';
import { loadOpenLists } from './open-lists.ts';
import type { OwnPackage } from './own-package.ts';
import { killOften, type Supervised, supervise } from './server-process.ts';

/** What a run is made of. */
export interface KillPlan {
  readonly people: number;
  readonly kills: number;
  readonly settings: Readonly<Record<string, string>>;
  /** Lets person `n` in. */
  readonly enter: (n: number, server: Supervised) => Promise<Talk>;
  /** Resolves when everything has been delivered; with the number of forms. */
  readonly quiet?: (forms: number) => Promise<void>;
}

/** What came of it. */
export interface KillReport {
  readonly verdict: Verdict;
  readonly seconds: number;
  readonly medianStartMs: number;
  /** Exit code of the last, graceful stop. */
  readonly exit: number | null;
  readonly ownExits: readonly string[];
  readonly stderr: string;
}

/** Runs the story in a folder of its own and tidies up. */
export async function killStory(own: OwnPackage, plan: KillPlan): Promise<KillReport> {
  const folder = await mkdtemp(join(tmpdir(), 'jiebang-kill-'));
  try {
    return await inFolder(own, plan, `sqlite:${folder}/bot.db`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inFolder(own: OwnPackage, plan: KillPlan, url: string): Promise<KillReport> {
  const lists = await loadOpenLists(url, 8);
  const server = await supervise(own, { DATABASE_URL: url, LOG_LEVEL: 'error', ...plan.settings });
  const ledger: LedgerEntry[] = [];
  const began = performance.now();
  let killing = true;
  try {
    const walking = Array.from({ length: plan.people }, async (_, n) =>
      walkForms(n, await plan.enter(n, server), lists, () => killing, ledger),
    );
    const killed = killOften(server, plan.kills, dice(plan.kills)).finally(() => {
      killing = false;
    });
    await Promise.race([Promise.all([...walking, killed]), server.gaveUp]);
    await server.ready();
    await plan.quiet?.(ledger.length);
  } finally {
    killing = false;
  }
  const exit = await server.stop();
  return {
    verdict: await judge(url, ledger),
    seconds: Math.round((performance.now() - began) / 1000),
    medianStartMs: Math.round(server.starts.toSorted((a, b) => a - b)[Math.floor(server.starts.length / 2)] ?? 0),
    exit,
    ownExits: server.ownExits,
    stderr: server.stderr(),
  };
}

/** The verdict of a run in which nothing went wrong. */
export function flawless(forms: number): Verdict {
  return {
    forms,
    stored: forms,
    unfinished: 0,
    lostAnswers: 0,
    wrongReferences: 0,
    doubledInterests: 0,
    staffNoticesMissing: 0,
    staffNoticesDoubled: 0,
    waiting: 0,
    parked: 0,
    failedDeliveries: 0,
    auditBroken: 0,
  };
}
