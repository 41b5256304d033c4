import { View } from '@tarojs/components';
import { toIntake, toRemark } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Failed } from '../../kernel/parts/Failed.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Waiting } from '../../kernel/parts/Waiting.tsx';
import { useViewer, type Viewer } from '../../kernel/session.ts';
import { useNavigationBarTitle } from '../../kernel/title.ts';
import { Jobs } from './Jobs.tsx';
import { ResidentHome } from './ResidentHome.tsx';
import { Workbench, worksAtEstate } from './Workbench.tsx';

const TITLES: Record<Viewer['content'], (viewer: Viewer) => string> = {
  resident: (viewer) => (viewer.home ? `${viewer.home.officeName}服务中心` : '回音'),
  jobs: () => '今天的活',
  workbench: () => '工作台',
};

/** Whoever works in an estate takes down what they are told (I4). */
function TakeDown() {
  return (
    <View className="btns">
      <Button id="go-remark" onPress={toRemark}>
        记一句话
      </Button>
      <Button id="go-intake" look="main" size="wide" icon="plus" onPress={toIntake}>
        登记来电、到访
      </Button>
    </View>
  );
}

/** 首页: what it shows depends on who looks. */
export default function HomePage() {
  const { viewer, failed, again } = useViewer();
  useNavigationBarTitle(viewer && TITLES[viewer.content](viewer));
  return (
    <Screen listsHeld foot={viewer?.content === 'workbench' && viewer.session.appointments.some(worksAtEstate) ? <TakeDown /> : null}>
      {!viewer && (failed ? <Failed failed={failed} onAgain={again} /> : <Waiting />)}
      {viewer?.content === 'resident' && <ResidentHome viewer={viewer} />}
      {viewer?.content === 'jobs' && <Jobs viewer={viewer} />}
      {viewer?.content === 'workbench' && <Workbench viewer={viewer} />}
    </Screen>
  );
}
