/** The units of the country, searched or from the top down, and beside them the one that was chosen where there is room. */
import { useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { createMediaQuery, WIDE } from '#client/ui/media.ts';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { BackLink, UnitDetail } from './UnitDetail.tsx';
import { UnitList } from './UnitList.tsx';
import { createUnitsKnown } from './units-known.ts';

export const Units = () => {
  const params = useParams<{ id?: string }>();
  const wide = createMediaQuery(WIDE);
  const known = createUnitsKnown(useWorkbook());
  const chosen = () => params.id ?? '';

  const detail = () => (
    <Show when={known.tree()} fallback={<p class="page busy">{t().loading}</p>}>
      {(tree) => (
        <Show when={tree().unit(chosen())} keyed fallback={<Missing />}>
          {(unit) => <UnitDetail unit={unit} tree={tree()} />}
        </Show>
      )}
    </Show>
  );
  return (
    <Show
      when={wide()}
      fallback={
        <Show when={chosen() === ''} fallback={detail()}>
          <div class="page stack">
            <UnitList known={known} isPage />
          </div>
        </Show>
      }
    >
      <div class="beside">
        <section class="list" aria-label={s().units.title}>
          <UnitList known={known} isPage={chosen() === ''} />
        </section>
        <Show when={chosen() !== ''} fallback={<p class="page dim">{s().units.chooseOne}</p>}>
          {detail()}
        </Show>
      </div>
    </Show>
  );
};

const Missing = () => (
  <div class="page">
    <header>
      <BackLink />
      <PageHeading documentTitle={t().documentTitle(s().units.title)}>{s().notFound.title}</PageHeading>
    </header>
    <p>{s().notFound.body}</p>
  </div>
);
