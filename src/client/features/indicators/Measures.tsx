/** Every measure of the own and the parent plans, and the one that was chosen. */
import { useLocation, type RouteSectionProps } from '@solidjs/router';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Beside } from '#client/ui/Beside.tsx';
import { MeasureList } from './MeasureList.tsx';

export const Measures = (props: RouteSectionProps) => {
  const location = useLocation();
  const isAtList = () => location.pathname.replace(/\/$/u, '') === '/chi-tieu';
  return (
    <Beside
      label={s().measure.title}
      list={<MeasureList isPage={isAtList()} />}
      isAtList={isAtList()}
      chooseOne={s().measure.chooseOne}
      loading={t().loading}
    >
      {props.children}
    </Beside>
  );
};
