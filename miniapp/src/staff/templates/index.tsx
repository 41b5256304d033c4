import { Text, View } from '@tarojs/components';
import { type Template, templateRoutes } from '../../../../shared/contract/templates.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Deciding } from '../../kernel/parts/Deciding.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useSend } from '../../kernel/send.ts';

/** Where a template stands, as one would say it. */
function sayStatus(template: Template, now: Date): string {
  const at = (iso: string | null) => (iso ? sayMoment(new Date(iso), now) : '');
  switch (template.status) {
    case 'waiting':
      return `${template.authorName}${at(template.submittedAt)}送审，${at(template.dueBy)} 前审好`;
    case 'approved':
      return template.isConnected
        ? `${template.decidedByName}${at(template.decidedAt)}批准，正在用`
        : `${template.decidedByName}${at(template.decidedAt)}批准；微信后台的模板编号还没填，先不发`;
    case 'returned':
      return `${template.decidedByName}${at(template.decidedAt)}退回`;
    default:
      return '还没送审，先不发；消息里照样看得到';
  }
}

const TAGS: Record<Template['status'], string> = { not_submitted: '没送审', waiting: '等审核', approved: '已批准', returned: '已退回' };

function SubmitButton({ template, onDone }: { template: Template; onDone: () => Promise<void> }) {
  const { send, busy, refused } = useSend();
  const submit = async () => {
    const { officeId, name } = template;
    if (await send({ officeId, name }, api.submitTemplate, templateRoutes.submitTemplate.body)) await onDone();
  };
  return (
    <View className="mt12">
      <Refusal refused={refused} kept="" />
      <Button id={`submit-${template.name}`} busy={busy} onPress={submit}>
        {template.status === 'returned' ? '改好了，重新送审' : '送主任审核'}
      </Button>
    </View>
  );
}

function TemplateCard({ template, now, onDone }: { template: Template; now: Date; onDone: () => Promise<void> }) {
  return (
    <View className="card" id={`template-${template.name}`}>
      <View className="row tight">
        <Text className="lead grow">{template.label}</Text>
        <Text className="tag">{TAGS[template.status]}</Text>
      </View>
      <View className="cap mt4">发给{template.readers}</View>
      <View className="said mt8">
        {template.text.split('\n').map((line) => (
          <View key={line}>{line}</View>
        ))}
      </View>
      <View className="sub mt8">{sayStatus(template, now)}</View>
      {template.reason && <View className="said mt4">原因：{template.reason}</View>}
      {template.maySubmit && <SubmitButton template={template} onDone={onDone} />}
      {template.mayDecide && template.approvalId !== null && (
        <View className="mt12">
          <Deciding
            key={`${template.approvalId} ${template.round}`}
            pending={{ ...template, approvalId: template.approvalId }}
            approve="批准"
            name={template.name}
            onDone={onDone}
          />
        </View>
      )}
    </View>
  );
}

/** 微信消息模板: every word they may ever say, where each stands, 批准 and 退回 (P3). */
export default function TemplatesPage() {
  const now = useNow();
  const asked = useAsked(() => api.templates({}), 'templates');
  return (
    <Screen>
      <Shown asked={asked}>
        {({ items }) => (
          <>
            <View className="sub">只写编号、固定的几个字和时间，不写名字、房号和内容。审过的才发。</View>
            {items.map((template, index) => (
              <View key={`${template.officeId} ${template.name}`}>
                {template.officeId !== items[index - 1]?.officeId && <View className="sec">{template.officeName}</View>}
                <TemplateCard template={template} now={now} onDone={asked.again} />
              </View>
            ))}
          </>
        )}
      </Shown>
    </Screen>
  );
}
