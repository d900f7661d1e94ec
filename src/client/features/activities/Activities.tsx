/** The list of activities and what was chosen from it. */
import { useLocation, type RouteSectionProps } from '@solidjs/router';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Beside } from '#client/ui/Beside.tsx';
import { ActivityList } from './ActivityList.tsx';

export const Activities = (props: RouteSectionProps) => {
  const location = useLocation();
  const isAtList = () => location.pathname.replace(/\/$/u, '') === '/hoat-dong';
  return (
    <Beside
      label={s().activity.title}
      list={<ActivityList isPage={isAtList()} />}
      isAtList={isAtList()}
      chooseOne={s().activity.chooseOne}
      loading={t().loading}
    >
      {props.children}
    </Beside>
  );
};
