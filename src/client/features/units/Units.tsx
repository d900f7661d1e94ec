/** The units of the country, searched or from the top down, and the one that was chosen. */
import { useParams } from '@solidjs/router';
import { lazy, Show } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import { inOwnWork } from '#client/state/in-own-work.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Beside } from '#client/ui/Beside.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { BackLink, UnitDetail } from './UnitDetail.tsx';
import { UnitList } from './UnitList.tsx';
import { createUnitsKnown } from './units-known.ts';

const UnitAdmin = lazy(async () => ({ default: (await import('./admin/UnitAdmin.tsx')).UnitAdmin }));

/** No unit's id: those are longer, or begin with where they are from. */
const ADMINISTRATION = 'quan-tri';

export const Units = inOwnWork(() => {
  const params = useParams<{ id?: string }>();
  const known = createUnitsKnown(useWorkbook());
  const chosen = () => params.id ?? '';

  return (
    <Beside
      label={s().units.title}
      list={<UnitList known={known} isPage={chosen() === ''} />}
      isAtList={chosen() === ''}
      chooseOne={s().units.chooseOne}
      loading={t().loading}
    >
      <Show when={chosen() !== ADMINISTRATION} fallback={<UnitAdmin known={known} />}>
        <Show when={known.tree()} fallback={<p class="page busy">{t().loading}</p>}>
          {(tree) => (
            <Show when={tree().unit(chosen())} keyed fallback={<Missing />}>
              {(unit) => <UnitDetail unit={unit} tree={tree()} lines={known.lines()} />}
            </Show>
          )}
        </Show>
      </Show>
    </Beside>
  );
});

const Missing = () => (
  <div class="page">
    <header>
      <BackLink />
      <PageHeading documentTitle={t().documentTitle(s().units.title)}>{s().notFound.title}</PageHeading>
    </header>
    <p>{s().notFound.body}</p>
  </div>
);
