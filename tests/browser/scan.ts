import type { Locator, Page } from 'playwright-core';
import { decodeQR } from 'qr/decode.js';

/** Draws a picture and gives its points, in the browser that took it. */
const DRAW = (source: string) => `(async () => {
  const image = new Image();
  image.src = ${JSON.stringify(source)};
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  let text = '';
  for (const point of context.getImageData(0, 0, image.width, image.height).data) text += String.fromCharCode(point);
  return { width: image.width, height: image.height, text: btoa(text) };
})()`;

/** What a code says, read off the screen as a phone held before it would. @throws Error where there is none to read */
export async function scan(page: Page, shown: Locator): Promise<string> {
  const png = await shown.screenshot();
  const drawn = await page.evaluate<{ width: number; height: number; text: string }>(DRAW(`data:image/png;base64,${png.toString('base64')}`));
  return decodeQR({ width: drawn.width, height: drawn.height, data: new Uint8Array(Buffer.from(drawn.text, 'base64')) });
}
