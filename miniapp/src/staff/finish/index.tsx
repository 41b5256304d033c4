import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { ticketRoutes } from '../../../../shared/contract/tickets.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useDraft } from '../../kernel/draft.ts';
import { goBack } from '../../kernel/go.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { UploadRow } from '../../kernel/parts/UploadRow.tsx';
import { usePhotos } from '../../kernel/photos.ts';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { mayKeepAnswers } from '../../kernel/session.ts';
import './finish.scss';

const USUAL = ['换软管', '换总阀', '紧接头', '疏通', '换配件', '试过，好用'];

/** 修好了: a photo, what was done, and it waits for the resident. */
export default function FinishPage() {
  const { id = '' } = useRouter().params;
  const asked = useAsked(() => api.ticket({ id }), id, mayKeepAnswers() ? `ticket.${id}` : null);
  const photos = usePhotos(id, 'result');
  const [result, keepWriting, forget] = useDraft(`finish.${id}`);
  const { send, busy, refused, forgive } = useSend();
  const sentIds = photos.uploads.flatMap((one) => (one.state === 'sent' && one.photoId ? [one.photoId] : []));
  const { params, body } = ticketRoutes.finish;
  const submit = async () => {
    const done = await send({ id, result, photoIds: sentIds }, api.finish, params.extend(body.shape));
    if (!done) return;
    forget();
    void Taro.showToast({ title: '修好了，等住户确认', icon: 'none', duration: 2_500 });
    goBack();
  };
  const write = (words: string) => {
    if (refused) forgive();
    keepWriting(words);
  };
  const add = (words: string) => write(result ? `${result}，${words}` : words);
  const foot = (
    <>
      {photos.isBusy && <View className="foot-line">照片正在传，传好就能交</View>}
      <Button id="submit" look="main" size="big" busy={busy || photos.isBusy} onPress={submit}>
        修好了，等住户确认
      </Button>
    </>
  );
  return (
    <Screen foot={foot}>
      <Shown asked={asked}>
        {(ticket) => (
          <View className="row wrap tight mt4">
            <Text className="finish-where grow">{ticket.where}</Text>
            <Text className="sub">{ticket.title}</Text>
          </View>
        )}
      </Shown>
      <Refusal refused={refused} kept="照片和写好的话都还在" />
      <View className={`label ${wrongWith(refused, 'photoIds') ? 'wrong' : ''}`}>
        拍修好后的样子<Text className="cap">至少 1 张</Text>
      </View>
      <View className={wrongWith(refused, 'photoIds') ? 'wrong-ring' : ''}>
        <UploadRow photos={photos} canAdd />
      </View>
      <View className={`label ${wrongWith(refused, 'result') ? 'wrong' : ''}`}>做了什么</View>
      <View className="chips">
        {USUAL.map((words) => (
          <Chip key={words} on={result.includes(words)} onPress={() => add(words)}>
            {words}
          </Chip>
        ))}
      </View>
      <View className="mt12">
        <Area id="result" words={result} hint="写给住户看的，几个字就行" wrong={wrongWith(refused, 'result') !== undefined} onWrite={write} />
      </View>
    </Screen>
  );
}
