/** The plans, the own first, and the one that was chosen. */
import { useLocation } from '@solidjs/router';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Beside } from '#client/ui/Beside.tsx';
import { PlanList } from './PlanList.tsx';
import { PlanPage } from './PlanPage.tsx';

export const Plans = () => {
  const location = useLocation();
  const isAtList = () => location.pathname.replace(/\/$/u, '') === '/ke-hoach';
  return (
    <Beside
      label={s().plan.title}
      list={<PlanList isPage={isAtList()} />}
      isAtList={isAtList()}
      chooseOne={s().plan.chooseOne}
      loading={t().loading}
    >
      <PlanPage />
    </Beside>
  );
};
