import { GUIDE_SECTIONS, type GuideSection } from '../../../../shared/guide/sections.ts';
import type { useGuide } from '../guide.ts';
import { Chips, choicesOf } from './Choice.tsx';
import { SearchField } from './SearchField.tsx';

const SECTIONS = [{ name: 'all' as const, label: '全部' }, ...choicesOf(GUIDE_SECTIONS)];

/** What is looked for in which section, of which estate where there are several. */
export function GuideFind({ guide }: { guide: ReturnType<typeof useGuide> }) {
  const { typed, write, section, chooseSection, chooseOffice, paged } = guide;
  const offices = paged.value?.offices ?? [];
  return (
    <>
      <SearchField id="find-guide" words={typed} hint="装修、门禁卡、快递" onWrite={write} />
      {offices.length > 1 && (
        <Chips
          id="office"
          className="mt8"
          items={offices.map(({ id, name }) => ({ name: id, label: name }))}
          chosen={paged.value?.officeId}
          onChoose={chooseOffice}
        />
      )}
      <Chips<GuideSection | 'all'>
        id="section"
        className="mt8"
        items={SECTIONS}
        chosen={section ?? 'all'}
        onChoose={(name) => chooseSection(name === 'all' ? null : name)}
      />
    </>
  );
}
