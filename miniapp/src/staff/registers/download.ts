import Taro from '@tarojs/taro';
import { Problem, type ProblemCode } from '../../../../shared/kernel/problem.ts';
import { addressOf } from '../../kernel/api.ts';
import { kept } from '../../kernel/keep.ts';

const authorization = () => ({ Authorization: `Bearer ${kept('token')}` });
const unreached = () => new Problem('server/unreachable');

/** A browser saves the file under its name. */
async function save(url: string, fileName: string): Promise<void> {
  const answer = await fetch(url, { headers: authorization() }).catch(() => {
    throw unreached();
  });
  if (!answer.ok) throw new Problem(((await answer.json()) as { code: ProblemCode }).code);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** WeChat opens it; from there it goes wherever its owner sends it. */
async function open(url: string): Promise<void> {
  const found = await Taro.downloadFile({ url, header: authorization() }).catch(() => {
    throw unreached();
  });
  if (found.statusCode !== 200) throw new Problem('seen/not-found', '文件已经过期，请再导出一次');
  await Taro.openDocument({ filePath: found.tempFilePath, fileType: 'xlsx', showMenu: true });
}

/** Fetches an exported register and gives it to whoever asked. @throws Problem `server/unreachable`, `seen/not-found` */
export const download = (file: string, fileName: string): Promise<void> => {
  const url = addressOf(`/api${file}`);
  return process.env.TARO_ENV === 'h5' ? save(url, fileName) : open(url);
};
