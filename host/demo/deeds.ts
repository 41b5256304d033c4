import { readFileSync } from 'node:fs';
import type { House } from '../../api/context.ts';
import type { FolderStorage } from '../../api/storage/folder.ts';
import type { SeedSpent } from '../../db/seeds/matters.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { Api } from '../../shared/contract/index.ts';

export type DemoApi = Client<Api>;

/** One thing somebody does in the demo, at its own moment. */
export interface Deed {
  at: Date;
  name: string;
  does: (api: DemoApi, house: House) => Promise<void>;
  /** Said before WeChat could say anything about the words. */
  isHeld?: true;
}

/** Who holds which post in each estate. */
export const AGENT = { WT: '林晓芸', HT: '宋雨' } as const;
export const HEAD = { WT: '陈立', HT: '梁宏' } as const;
export const DIRECTOR = { WT: '郑涛', HT: '谢军' } as const;

const RESULT_PICTURE = readFileSync(new URL('./result.png', import.meta.url));

/** Sends the demo's picture as a phone would, and says which it is. */
export async function upload(api: DemoApi, house: House, ticket: string, purpose: 'result' | 'message' = 'result'): Promise<string> {
  const { photoId, upload: form } = await api.addPhoto({ id: ticket, purpose, type: 'image/png', bytes: RESULT_PICTURE.length });
  await (house.storage as FolderStorage).receive(form.fields, RESULT_PICTURE, house.clock());
  await api.finalisePhoto({ id: photoId });
  return photoId;
}

const LINE = { itemId: null, label: '', unit: '', kind: 'material', priceFen: null } as const;

/** Lines of a quote or a record of costs: what is on the estate's list by its name, the rest with its price. */
export async function linesOf(api: DemoApi, asked: readonly SeedSpent[]) {
  const { items } = asked.some((line) => 'item' in line) ? await api.prices({}) : { items: [] };
  return asked.map((line) => {
    if (!('item' in line)) return { ...LINE, ...line };
    const item = items.find((one) => one.name === line.item);
    if (!item) throw new Error(`there is no ${line.item} on the price list`);
    return { ...LINE, itemId: item.id, quantity: line.quantity };
  });
}
