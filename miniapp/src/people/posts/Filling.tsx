import { View } from '@tarojs/components';
import type { StaffOffice } from '../../../../shared/contract/staff-posts.ts';
import { DEPARTMENTS, type Department, ROLES, type Role } from '../../../../shared/kernel/people.ts';
import { TRADES, type Trade } from '../../../../shared/repairs/dispatching.ts';
import { levelsAt } from '../../../../shared/staff/levels.ts';
import { SCOPES, type Scope } from '../../../../shared/staff/posts.ts';
import { Chip, Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import { wrongWith } from '../../kernel/say.ts';

/** Which post, as it is being chosen. */
export interface Draft {
  officeId: string;
  role: Role | null;
  department: Department | null;
  trades: readonly Trade[];
  scope: Scope | null;
}

export const emptyDraft = (officeId: string): Draft => ({ officeId, role: null, department: null, trades: [], scope: null });

/** What the API is asked for. */
export const fillingOf = ({ officeId, role, department, trades, scope }: Draft) => ({
  officeId,
  role: role as Role,
  trades: role === 'technician' ? [...trades] : [],
  ...(department ? { department } : {}),
  ...(scope && role === 'managementRepresentative' ? { scope } : {}),
});

interface Props {
  offices: readonly StaffOffice[];
  draft: Draft;
  refused: unknown;
  onChange: (draft: Draft) => void;
}

/** Where, as what, and what goes with it. */
export function Filling({ offices, draft, refused, onChange }: Props) {
  const office = offices.find((one) => one.id === draft.officeId) ?? offices[0];
  if (!office) return null;
  const rows = levelsAt(office.isHeadOffice ? 'headOffice' : 'estate').filter((row) => office.roles.includes(row.role));
  const departments = rows.find((row) => row.role === draft.role)?.departments ?? [];
  const wrong = (field: string) => (wrongWith(refused, field) ? 'wrong' : '');
  const toggle = (trade: Trade) =>
    onChange({ ...draft, trades: draft.trades.includes(trade) ? draft.trades.filter((one) => one !== trade) : [...draft.trades, trade] });
  return (
    <>
      {offices.length > 1 && (
        <>
          <View className="label">在哪里</View>
          <Chips
            id="in-office"
            items={offices.map((one) => ({ name: one.id, label: one.name }))}
            chosen={office.id}
            onChoose={(officeId) => onChange(emptyDraft(officeId))}
          />
        </>
      )}
      <View className={`label ${wrong('role')}`}>岗位</View>
      <Chips
        id="role"
        items={rows.map(({ role }) => ({ name: role, label: ROLES[role].label }))}
        chosen={draft.role}
        onChoose={(role) => onChange({ ...draft, role, department: null })}
      />
      {departments.length > 1 && (
        <>
          <View className={`label ${wrong('department')}`}>哪个部门</View>
          <Chips
            id="department"
            items={departments.map((name) => ({ name, label: DEPARTMENTS[name] }))}
            chosen={draft.department}
            onChoose={(department) => onChange({ ...draft, department })}
          />
        </>
      )}
      {draft.role === 'technician' && (
        <>
          <View className={`label ${wrong('trades')}`}>会做哪些活（派单看这个）</View>
          <View className="chips">
            {choicesOf(TRADES).map(({ name, label }) => (
              <Chip key={name} id={`trade-${name}`} on={draft.trades.includes(name)} onPress={() => toggle(name)}>
                {label}
              </Chip>
            ))}
          </View>
        </>
      )}
      {draft.role === 'managementRepresentative' && (
        <>
          <View className={`label ${wrong('scope')}`}>管哪些</View>
          <Chips id="scope" items={choicesOf(SCOPES)} chosen={draft.scope} onChoose={(scope) => onChange({ ...draft, scope })} />
        </>
      )}
    </>
  );
}
