import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { toSpeak, toTab, toTicket } from '../../kernel/go.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { toContact } from '../go.ts';
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
  home: { id: string; label: string; contact: string | null };
  /** It still runs. */
  isOpen: boolean;
  /** Counted by this very tap. */
  isNew: boolean;
  /** Another home of theirs that has not answered. */
  next: { id: string; label: string } | undefined;
  onNext: (homeId: string) => void;
}

/** Whoever wants to be contacted says so by name, apart from what was answered; once a home (Z16, V6). */
function Contact({ surveyId, home, isOpen }: Pick<Props, 'surveyId' | 'home' | 'isOpen'>) {
  const { id, contact } = home;
  if (contact)
    return (
      <View className="card mt12" id="contact-asked">
        <View className="b">您家请我们联系了</View>
        <View className="mt12">
          <Button id="go-contact" look="line" onPress={() => toTicket(contact, false)}>
            看进展
          </Button>
        </View>
      </View>
    );
  return (
    <View className="card mt12">
      <View className="b">想请我们联系您？</View>
      <Text className="sub">
        {isOpen ? '留下要说的话，我们来回访。那一条记名，和刚才的答卷不连在一起。' : '写在“有话想说”里。那是另外一件事，和答卷不连在一起。'}
      </Text>
      <View className="mt12">
        {isOpen ? (
          <Button id="ask-contact" look="line" onPress={() => toContact(surveyId, id)}>
            请联系我
          </Button>
        ) : (
          <Button id="go-speak" look="line" onPress={toSpeak}>
            有话想说
          </Button>
        )}
      </View>
    </View>
  );
}

/** It is counted; what somebody wants done is a matter of its own, joined to nothing they answered (Z16). */
export function Thanks({ surveyId, home, isOpen, isNew, next, onNext }: Props) {
  useEffect(() => {
    forgetAnswersOf(surveyId, home.id);
  }, [surveyId, home.id]);
  return (
    <>
      <View id="counted">
        <Blank icon="check" title={isNew ? '交上了，谢谢您' : '已计入，谢谢您'} note="截止以后统计，结果会公布给您看。" />
      </View>
      <Locked label={home.label} />
      <Contact surveyId={surveyId} home={home} isOpen={isOpen} />
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
