/** Signed requests from Slack: checked, parsed, handed on, and answered only then. */
import { parse } from 'node:querystring';
import type { FastifyPluginAsync } from 'fastify';
import type { Clock } from '../ports/clock.ts';
import type { ChannelLog } from './channel-log.ts';
import { signatureProblem } from './slack-signature.ts';

const BODY_MAX = 1024 * 1024;
const QUIET_MS = 60_000;

/** One checked request. */
export interface SlackDelivery {
  readonly body: Readonly<Record<string, unknown>>;
  readonly retryNum: number | undefined;
  readonly retryReason: string | undefined;
}

/** What the receiver needs. */
export interface SlackReceiverOptions {
  readonly signingSecret: string;
  readonly clock: Clock;
  readonly log: ChannelLog;
  /** Stores a request and gives the body of the answer. While it throws, Slack is answered 503 and sends again. */
  readonly take: (delivery: SlackDelivery) => Promise<unknown>;
}

/** A Fastify plugin that answers `POST /slack/events`: the one address for events, interactions and commands. */
export function slackReceiver(options: SlackReceiverOptions): FastifyPluginAsync {
  const refused = refusals(options);
  return async (server) => {
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_MAX }, (_request, body, done) =>
      done(null, body),
    );
    // Slack's servers send no Origin; every request is checked by its signature instead.
    server.post('/slack/events', { config: { outside: true } }, async (request, reply) => {
      const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const [timestamp, signature] = [
        header(request.headers['x-slack-request-timestamp']),
        header(request.headers['x-slack-signature']),
      ];
      const problem = signatureProblem({ timestamp, signature, body: raw }, options.signingSecret, options.clock.now());
      if (problem) return reply.code(401).send(refused(problem));
      const body = parsed(raw, request.headers['content-type']);
      if (!body) return reply.code(400).send('');
      if (body.ssl_check === '1') return reply.send('');
      if (body.type === 'url_verification') return reply.send({ challenge: body.challenge });
      try {
        return reply.send((await options.take({ body, ...retry(request.headers) })) ?? '');
      } catch (error) {
        options.log.error(
          { reason: error instanceof Error ? error.message : 'unknown' },
          'Slack: a request could not be stored; Slack is asked to send it again',
        );
        return reply.code(503).send('');
      }
    });
  };
}

/** Tells the operator of refused requests at most once a minute: anybody can send them. */
function refusals({ clock, log }: SlackReceiverOptions): (problem: string) => string {
  let quietUntil = 0;
  return (problem) => {
    const now = clock.now().getTime();
    if (now >= quietUntil) {
      log.warn(
        { problem },
        'Slack: a request was refused. If it came from Slack, check SLACK_SIGNING_SECRET and the clock of this machine',
      );
      quietUntil = now + QUIET_MS;
    }
    return '';
  };
}

function parsed(raw: Buffer, type: string | undefined): Readonly<Record<string, unknown>> | null {
  const text = raw.toString('utf8');
  try {
    const form = type?.startsWith('application/x-www-form-urlencoded') ? parse(text) : null;
    const body: unknown = form
      ? typeof form.payload === 'string'
        ? JSON.parse(form.payload)
        : { ...form }
      : JSON.parse(text);
    return typeof body === 'object' && body !== null ? { ...body } : null;
  } catch {
    return null;
  }
}

function retry(headers: Readonly<Record<string, string | string[] | undefined>>): Omit<SlackDelivery, 'body'> {
  const number = header(headers['x-slack-retry-num']);
  return {
    retryNum: number === undefined ? undefined : Number(number),
    retryReason: header(headers['x-slack-retry-reason']),
  };
}

function header(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
