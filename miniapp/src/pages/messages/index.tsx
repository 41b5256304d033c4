import { Text, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import type { News } from '../../../../shared/contract/inbox.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import {
  toBulletins,
  toErrand,
  toLetter,
  toMailboxLetter,
  toNeeds,
  toNotice,
  toPhones,
  toQuestionnaires,
  toRound,
  toSettings,
  toSurvey,
  toTemplates,
  toTicket,
} from '../../kernel/go.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Failed } from '../../kernel/parts/Failed.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { UrgencyTag } from '../../kernel/parts/Tag.tsx';
import { newKey } from '../../kernel/send.ts';
import { showUnread, useViewer } from '../../kernel/session.ts';
import './messages.scss';

interface RowProps {
  news: News;
  now: Date;
  asStaff: boolean;
  onPraise: () => void;
}

function NewsRow({ news, now, asStaff, onPraise }: RowProps) {
  const { ticketId, publicationId, errandId, dutyId, bulletinId, surveyId, needsId, mailboxId, letterId, questionnaire, setting, hotline, praise } =
    news;
  const open = () => {
    if (praise !== null) return onPraise();
    if (bulletinId) return toBulletins();
    if (ticketId) return toTicket(ticketId, asStaff);
    if (dutyId) return toRound(dutyId);
    if (surveyId) return toSurvey(surveyId);
    if (needsId) return toNeeds(needsId);
    if (mailboxId) return toMailboxLetter(mailboxId);
    if (questionnaire) return toQuestionnaires();
    if (setting) return toSettings();
    if (hotline) return toPhones();
    if (letterId) return toLetter(letterId);
    if (errandId) return toErrand(errandId);
    return publicationId ? toNotice(publicationId) : toTemplates();
  };
  return (
    <Press id={`news-${news.id}`} className="cell" role="link" onPress={open}>
      <View className={`unread ${news.read ? 'read' : ''}`} />
      <View className="grow">
        <View className={news.read ? '' : 'b'}>{news.text}</View>
        <View className="sub">
          {news.title} {news.urgent && <UrgencyTag urgency="urgent" />}
        </View>
        <View className="cap pair">
          <Text className="part">{news.where}</Text>
          <Text className="part nw">{sayMoment(new Date(news.at), now)}</Text>
        </View>
      </View>
      <Text className="ic ic-right" />
    </Press>
  );
}

/** 消息: newest first. What is shown counts as read. */
export default function MessagesPage() {
  const now = useNow();
  const { viewer, failed, again } = useViewer();
  const ask = (after?: string) => api.inbox(after ? { after } : {});
  const paged = usePages(viewer && ask, viewer?.session.person.id ?? '');
  const newest = paged.value?.items[0];
  const [praise, read] = useState<News | null>(null);
  const seen = useRef('');
  useEffect(() => {
    if (!newest || newest.id === seen.current) return;
    seen.current = newest.id;
    api
      .readInbox({ upTo: newest.id }, { key: newKey() })
      .then(({ unread }) => showUnread(unread))
      .catch(() => {
        seen.current = '';
      });
  }, [newest]);
  return (
    <Screen>
      {!viewer && failed ? (
        <Failed failed={failed} onAgain={again} />
      ) : (
        <Shown asked={paged}>
          {({ items }) => (
            <>
              {items.length === 0 && <Blank title="还没有消息" note="有进展时，会在这里告诉您。" />}
              <View className="cells">
                {items.map((news) => (
                  <NewsRow key={news.id} news={news} now={now} asStaff={viewer?.as === 'staff'} onPraise={() => read(news)} />
                ))}
              </View>
              <More paged={paged} />
            </>
          )}
        </Shown>
      )}
      {praise && (
        <Sheet title={praise.text} onClose={() => read(null)}>
          <View className="mt8 said" id="praise">
            {praise.praise}
          </View>
          <View className="mt16">
            <Button id="praise-read" look="main" onPress={() => read(null)}>
              看过了
            </Button>
          </View>
        </Sheet>
      )}
    </Screen>
  );
}
