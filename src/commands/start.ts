/** `jiebang start`: the web chat, the staff desk and every configured channel, until a signal ends it. */
import { readConfig } from '../config.ts';
import { refreshGuess } from '../guess-files.ts';
import { assemble } from '../main.ts';
import { ownerLink, sampleStaff } from './staff.ts';

/** Starts everything, prints the address, and stops gracefully on SIGTERM or SIGINT. */
export async function start(options: { readonly sample: boolean }): Promise<void> {
  const config = readConfig();
  refreshGuess(say);
  const app = await assemble(config, { sample: options.sample, web: true });
  const url = app.url();
  say(`Jiebang 揭榜 is running: ${url}`);
  if (app.loaded) {
    say(`The database was empty, so sample data was loaded: ${app.loaded}. Use --no-sample for real use.`);
    say(
      `Staff desk, signed in as a sample colleague 示例工作人员: ${url}${await ownerLink(app.store, await sampleStaff(app.store))}`,
    );
  } else {
    say(`Staff desk: ${url}/desk (make an account with: npx jiebang staff add NAME --role decider)`);
  }
  say(`Channels: ${app.channels.join(', ')}. Stop with Ctrl+C.`);
  stopOnSignal(app.stop);
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = (code: number) => {
    if (stopping) return;
    stopping = true;
    void stop().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', () => end(0));
  process.on('SIGINT', () => end(0));
  // A broken promise nobody waits for leaves the process in doubt: end it in order and let the supervisor start it again.
  process.on('unhandledRejection', (reason) => {
    process.stderr.write(`jiebang: unexpected: ${reason instanceof Error ? reason.message : String(reason)}\n`);
    end(1);
  });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
