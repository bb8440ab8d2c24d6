/** A body thrown at the real web server. */
import { readConfig } from '../../config.ts';
import { assemble } from '../../main.ts';

/** Posts a body to the chat's door of a server of its own; answers what went wrong. */
export async function postBody(body: string): Promise<readonly string[]> {
  const app = await assemble(readConfig({ DATABASE_URL: 'sqlite::memory:', PORT: '0', LOG_LEVEL: 'silent' }), {
    sample: false,
    web: true,
  });
  try {
    const opened = await fetch(`${app.url()}/api/opened`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: app.url() },
      body: '{}',
    });
    const cookie = opened.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const answer = await fetch(`${app.url()}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: app.url(), cookie },
      body,
    });
    const text = await answer.text();
    const honest = await fetch(`${app.url()}/`);
    return [
      ...(answer.status >= 400 && answer.status < 500 ? [] : [`the web server answers ${answer.status}`]),
      ...(/\n\s+at |Error:/.test(text) ? ['stack trace to the browser'] : []),
      ...(honest.ok ? [] : ['the next page is not answered']),
    ];
  } finally {
    await app.stop();
  }
}
