import type { Locator, Page } from 'playwright-core';
import { decodeQR } from 'qr/decode.js';

/** The points of a picture, drawn by the browser that took it. */
async function pixelsOf(page: Page, png: Buffer): Promise<{ width: number; height: number; data: Uint8Array }> {
  const drawn = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      let text = '';
      for (const point of data) text += String.fromCharCode(point);
      return { width: image.width, height: image.height, text: btoa(text) };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  return { width: drawn.width, height: drawn.height, data: new Uint8Array(Buffer.from(drawn.text, 'base64')) };
}

/** What a code says, read off the screen as a phone held before it would. @throws Error where there is none to read */
export async function scan(page: Page, shown: Locator): Promise<string> {
  return decodeQR(await pixelsOf(page, await shown.screenshot()));
}
