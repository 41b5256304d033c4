import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { toSpeak, toTab } from '../../kernel/go.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { forgetAnswersOf } from './draft.ts';

/** What is written down of an answer, and what is not. */
export function Locked({ label }: { label: string }) {
  return (
    <View className="strip quiet mt12" id="locked">
      <Icon name="lock" />
      <View className="grow">只记“{label} 已答过”，不记您答了什么</View>
    </View>
  );
}

interface Props {
  surveyId: string;
  home: { id: string; label: string };
  /** Counted by this very tap. */
  isNew: boolean;
  /** Another home of theirs that has not answered. */
  next: { id: string; label: string } | undefined;
  onNext: (homeId: string) => void;
}

/** It is counted; what somebody wants done is a matter of its own, joined to nothing they answered (Z16). */
export function Thanks({ surveyId, home, isNew, next, onNext }: Props) {
  useEffect(() => {
    forgetAnswersOf(surveyId, home.id);
  }, [surveyId, home.id]);
  return (
    <>
      <View id="counted">
        <Blank icon="check" title={isNew ? '交上了，谢谢您' : '已计入，谢谢您'} note="截止以后统计，结果会公布给您看。" />
      </View>
      <Locked label={home.label} />
      <View className="card mt12">
        <View className="b">想请我们联系您？</View>
        <Text className="sub">要修什么、要一句回话，写在“有话想说”里。那是另外一件事，和刚才的答卷不连在一起。</Text>
        <View className="mt12">
          <Button id="go-speak" look="line" onPress={toSpeak}>
            有话想说
          </Button>
        </View>
      </View>
      <View className="mt20">
        {next ? (
          <Button id="next-home" look="main" onPress={() => onNext(next.id)}>
            接着答 {next.label}
          </Button>
        ) : (
          <Button id="go-home" look="main" onPress={() => toTab('home')}>
            回首页
          </Button>
        )}
      </View>
    </>
  );
}
