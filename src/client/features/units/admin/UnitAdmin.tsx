/** What an administrator does with units: takes a published list over, lets units merge. Online, and looked at before it is done. */
import { Show } from 'solid-js';
import { hasEndedBy } from '#domain/unit-tree.ts';
import { useWorkbook } from '#client/state/context.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import type { UnitsKnown } from '../units-known.ts';
import { ImportList } from './ImportList.tsx';
import { MergeUnits } from './MergeUnits.tsx';

export const UnitAdmin = (props: { readonly known: UnitsKnown }) => {
  const workbook = useWorkbook();
  const own = () => workbook.me().unit;
  /** In force, and the own unit or one below it: the server asks the same. */
  const isWithin = (id: string): boolean => {
    const tree = props.known.tree();
    const unit = tree?.unit(id);
    if (tree === undefined || unit === undefined || hasEndedBy(unit, workbook.today())) return false;
    return id === own() || tree.above(id).some((one) => one.id === own());
  };
  return (
    <div class="page stack wide">
      <header class="stack tight">
        <a class="back" href="/don-vi">
          <Icon name="back" size={20} />
          {s().unitAdmin.back}
        </a>
        <PageHeading documentTitle={t().documentTitle(s().unitAdmin.title)}>{s().unitAdmin.title}</PageHeading>
        <p class="dim">{s().unitAdmin.lead}</p>
      </header>
      <Show when={workbook.me().role === 'administrator'} fallback={<p class="card quiet">{s().unitAdmin.notYours}</p>}>
        <Show when={props.known.tree()} fallback={<p class="busy">{t().loading}</p>}>
          <ImportList known={props.known} isWithin={isWithin} />
          <MergeUnits known={props.known} isWithin={isWithin} />
        </Show>
      </Show>
    </div>
  );
};
