import { channelOf } from '../intake/channels.ts';

const CHANNELS: Record<string, string> = { phone: '电话', mini_program: '小程序', face_to_face: '当面', letter: '信', wechat: '微信' };

const KINDS: Record<string, string> = {
  message: '',
  call: '打过电话',
  visit: '回访',
  letter: '信',
  note: '记录',
  confirmation: '和住户核对',
  handover: '转工程部',
  errand: '交办',
  opinion: '意见',
};

/** How it was said: 电话, 小程序, 当面. */
export const sayChannel = (channel: string): string => channelOf(channel)?.label ?? CHANNELS[channel] ?? channel;

/** What kind of contact it was, in the reader's words; nothing for a plain message. */
export const sayKind = (kind: string, asStaff: boolean): string => (kind === 'confirmation' && !asStaff ? '和您核对' : (KINDS[kind] ?? kind));
