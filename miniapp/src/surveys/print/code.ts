import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { Output } from '../../../../shared/contract/client.ts';
import type { surveyPaperRoutes } from '../../../../shared/contract/survey-paper.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { IN_WECHAT } from '../../kernel/wechat.ts';
import { plainCode } from './plain.ts';

type Answered = Output<(typeof surveyPaperRoutes)['surveyCode']>;

/** How the code of a sheet stands: still on its way, there, not to be had now, or of no use any more. */
export type CodeStand = 'waiting' | 'there' | 'away' | 'over';

/** Where a picture lies that WeChat is to enlarge: it takes files, not text. */
function fileOf(picture: string, scene: string): string {
  const path = `${Taro.env.USER_DATA_PATH}/survey-${scene}.jpg`;
  try {
    Taro.getFileSystemManager().writeFileSync(path, picture.slice(picture.indexOf(',') + 1), 'base64');
    return path;
  } catch {
    return picture;
  }
}

async function pictureOf({ way, picture, scene }: Answered): Promise<string | null> {
  if (way === 'address') return plainCode(scene);
  return picture && IN_WECHAT ? fileOf(picture, scene) : picture;
}

/** The code of a survey's sheet as it is shown; asked for again where it was not to be had. */
export function useCode(id: string): { stand: CodeStand; picture: string | null; again: () => void } {
  const asked = useAsked(() => api.surveyCode({ id }), `code ${id}`);
  const [drawn, draw] = useState<{ of: Answered; picture: string | null } | null>(null);
  const { value, failed } = asked;
  useEffect(() => {
    if (!value) return undefined;
    let isCurrent = true;
    void pictureOf(value)
      .catch(() => null)
      .then((picture) => isCurrent && draw({ of: value, picture }));
    return () => {
      isCurrent = false;
    };
  }, [value]);
  const picture = drawn?.picture ?? null;
  const stand = (): CodeStand => {
    if (value?.way === 'over') return 'over';
    if (picture) return 'there';
    if (failed || value?.way === 'away') return 'away';
    return drawn && drawn.of === value ? 'away' : 'waiting';
  };
  return { stand: stand(), picture: value?.way === 'over' ? null : picture, again: () => void asked.again() };
}
