/** What every answer of the web server carries, and which requests it refuses before looking at them. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusal } from './refusal.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Called by a platform's server, not by our pages: checked by its signature instead of its origin. */
    outside?: boolean;
  }
}

/** Only our own files; nothing inline, nothing from elsewhere, in nobody's frame. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer. */
export const STRICT_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), microphone=(), payment=(), usb=()',
  // `no-referrer` would make browsers send `Origin: null` with our own forms.
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Adds the headers and the origin check to every route of `app`; `origin` is the public origin, null when not configured. */
export function addSecurity(app: FastifyInstance, origin: string | null): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(STRICT_HEADERS);
    if (origin?.startsWith('https:')) reply.header('strict-transport-security', 'max-age=31536000');
    const guarded = !SAFE_METHODS.has(request.method) || request.url.startsWith('/api/');
    if (guarded && request.routeOptions.config.outside !== true && !isOwn(request, origin)) throw refusal('forbidden');
  });
}

/** True when one of our own pages sent the request, as far as the browser tells. */
export function isOwn(request: FastifyRequest, origin: string | null): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const from = request.headers.origin;
  // Browsers from before Sec-Fetch-Site send no Origin with a GET to their own site, but always one with a POST.
  if (from === undefined) return SAFE_METHODS.has(request.method);
  return from === origin || hostOf(from) === request.headers.host;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
