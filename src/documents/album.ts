/** Several phone photos of one paper as one PDF, a page each. */
import { PDFDocument } from 'pdf-lib';
import { botError } from '../errors.ts';

/** A4 in points. */
const PAGE = { width: 595.28, height: 841.89 };

/** Makes the PDF; images are JPEG or PNG bytes in order. Throws BotError `data` for an image that cannot be read. */
export async function albumPdf(
  images: readonly { readonly bytes: Uint8Array; readonly mime: string }[],
): Promise<Uint8Array> {
  const paper = await PDFDocument.create();
  for (const { bytes, mime } of images) {
    const image = await (mime === 'image/png' ? paper.embedPng(bytes) : paper.embedJpg(bytes)).catch(
      (error: unknown) => {
        throw botError('data', 'a photo cannot be read', { cause: error });
      },
    );
    const wide = image.width > image.height;
    const [width, height] = wide ? [PAGE.height, PAGE.width] : [PAGE.width, PAGE.height];
    const scale = Math.min(width / image.width, height / image.height, 1);
    const size = { width: image.width * scale, height: image.height * scale };
    const page = paper.addPage([width, height]);
    page.drawImage(image, { ...size, x: (width - size.width) / 2, y: (height - size.height) / 2 });
  }
  return paper.save();
}
