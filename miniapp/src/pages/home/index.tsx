import { Failed } from '../../kernel/parts/Failed.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Waiting } from '../../kernel/parts/Waiting.tsx';
import { useViewer, type Viewer } from '../../kernel/session.ts';
import { useNavigationBarTitle } from '../../kernel/title.ts';
import { Jobs } from './Jobs.tsx';
import { ResidentHome } from './ResidentHome.tsx';
import { Workbench } from './Workbench.tsx';

const TITLES: Record<Viewer['content'], (viewer: Viewer) => string> = {
  resident: (viewer) => (viewer.home ? `${viewer.home.officeName}服务中心` : '回音'),
  jobs: () => '今天的活',
  workbench: () => '工作台',
};

/** 首页: what it shows depends on who looks. */
export default function HomePage() {
  const { viewer, failed, again } = useViewer();
  useNavigationBarTitle(viewer && TITLES[viewer.content](viewer));
  return (
    <Screen listsHeld>
      {!viewer && (failed ? <Failed failed={failed} onAgain={again} /> : <Waiting />)}
      {viewer?.content === 'resident' && <ResidentHome viewer={viewer} />}
      {viewer?.content === 'jobs' && <Jobs viewer={viewer} />}
      {viewer?.content === 'workbench' && <Workbench viewer={viewer} />}
    </Screen>
  );
}
