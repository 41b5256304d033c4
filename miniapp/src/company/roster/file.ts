import Taro from '@tarojs/taro';

/** A sheet that was chosen: what it is called, and its bytes in base64. */
export interface ChosenSheet {
  name: string;
  file: string;
}

const base64Of = (url: string): string => url.slice(url.indexOf(',') + 1);

/** A browser asks for a file of the machine. */
function ofBrowser(): Promise<ChosenSheet | null> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.xlsx';
    input.onchange = () => {
      const [chosen] = Array.from(input.files ?? []);
      if (!chosen) return resolve(null);
      const reader = new FileReader();
      reader.onload = () => resolve({ name: chosen.name, file: base64Of(String(reader.result)) });
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(chosen);
    };
    input.click();
  });
}

/** WeChat asks for a file that was sent in a chat. */
async function ofWechat(): Promise<ChosenSheet | null> {
  const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'] });
  const [chosen] = tempFiles;
  if (!chosen) return null;
  const file = await new Promise<string>((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: chosen.path,
      encoding: 'base64',
      success: ({ data }) => resolve(String(data)),
      fail: reject,
    });
  });
  return { name: chosen.name, file };
}

/** Asks for a sheet; null where nobody chose one. */
export const chooseSheet = (): Promise<ChosenSheet | null> => (process.env.TARO_ENV === 'h5' ? ofBrowser() : ofWechat().catch(() => null));
