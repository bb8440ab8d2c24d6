/** QR codes as SVG, for our own addresses only. */
import type { FastifyInstance } from 'fastify';
import QRCode from 'qrcode';
import { refusal } from './refusal.ts';
import { originOf, type WebContext } from './web-context.ts';

/** Paths a code may lead to: the chat, a list, a return link. */
const OWN_PATH = /^\/(?:(?:r|l)\/[\w-]{1,200})?$/;

/** An SVG of `address`, dark on white with a quiet zone: readable in dark mode too. */
export async function qrSvg(address: string): Promise<string> {
  return await QRCode.toString(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
}

/** Registers `GET /qr?path=…`. */
export function addQrCode(app: FastifyInstance, context: WebContext): void {
  app.get('/qr', async (request, reply) => {
    const path = new URLSearchParams(request.url.split('?')[1]).get('path') ?? '';
    if (!OWN_PATH.test(path)) throw refusal('bad-request');
    return reply.type('image/svg+xml').send(await qrSvg(originOf(context, request) + path));
  });
}
