/** The versions in which a plan was issued, and each as it stood then: to be read, never changed. */
import { createMemo, For, Show } from 'solid-js';
import { formatDate } from '#domain/dates.ts';
import { versionOf } from '#domain/plan-versions.ts';
import { scopeOf } from '#domain/scope.ts';
import { useWorkbook, WorkbookContext } from '#client/state/context.ts';
import { createVersionList, createVersionWorkbook, type VersionAsked } from '#client/state/version-workbook.ts';
import type { Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { usePlace } from './place.ts';
import { PlanDetail } from './PlanDetail.tsx';
import { printedHead } from './printed-head.ts';

export const OldVersions = () => {
  const workbook = useWorkbook();
  const place = usePlace();
  const plans = workbook.list('plan');
  /** An own plan stands in the work; what was made of it, in what the unit issued. */
  const of = createMemo(() => {
    const plan = plans()?.find(({ id }) => id === place.plan());
    const own = scopeOf(workbook.me().unit, 'work');
    if (plan === undefined) return undefined;
    return { plan: plan.id, scope: plan.scope === own ? scopeOf(workbook.me().unit, 'issued') : plan.scope };
  });
  const versions = createVersionList(workbook, of);
  const chosen = createMemo(() => versions()?.find(({ id }) => String(versionOf(id)) === place.doing()[1]));
  const asked = (): VersionAsked | undefined => {
    const [found, plan] = [chosen(), of()];
    return found === undefined || plan === undefined ? undefined : { ...plan, version: versionOf(found.id) };
  };
  return (
    <Show when={versions() !== undefined} fallback={<p class="page busy">{t().loading}</p>}>
      <Show when={asked()} fallback={<List versions={versions() ?? []} />}>
        {(found) => <OneVersion asked={found()} newest={versions()?.[0]} />}
      </Show>
    </Show>
  );
};

const List = (props: { readonly versions: readonly Saved<'plan'>[] }) => {
  const place = usePlace();
  const plan = () => place.plan() ?? '';
  return (
    <article class="page stack wide">
      <header class="stack tight">
        <a class="back" href={`/ke-hoach/${plan()}`}>
          <Icon name="back" size={20} />
          {s().plan.title}
        </a>
        <PageHeading documentTitle={t().documentTitle(s().planEdit.versions)}>{s().planEdit.versions}</PageHeading>
      </header>
      <Show when={props.versions.length > 0} fallback={<p class="card quiet">{s().planEdit.noVersions}</p>}>
        <ul class="card rows">
          <For each={props.versions}>
            {({ id, fields }, index) => (
              <li>
                <a class="row" href={`/ke-hoach/${plan()}/ban/${String(versionOf(id))}`}>
                  <div class="grow">
                    <b>{s().planEdit.versionLine(versionOf(id), formatDate(fields.issuedOn ?? ''))}</b>
                    <p class="s dim">{printedHead(fields)}</p>
                    <Show when={(fields.amendments ?? []).find(({ version }) => version === versionOf(id))}>
                      {(amendment) => <p class="s">{amendment().what}</p>}
                    </Show>
                    <Show when={index() === 0}>
                      <p class="s">{s().planEdit.inForce}</p>
                    </Show>
                  </div>
                  <Icon name="next" size={18} />
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </article>
  );
};

interface OneVersionProps {
  readonly asked: VersionAsked;
  readonly newest: Saved<'plan'> | undefined;
}

const OneVersion = (props: OneVersionProps) => {
  const version = createVersionWorkbook(useWorkbook(), () => props.asked);
  const newest = () => (props.newest === undefined ? 0 : versionOf(props.newest.id));
  return (
    <>
      <div class="page" role="status">
        <p class="card warned">
          {newest() === props.asked.version
            ? s().planEdit.isInForce(props.asked.version)
            : s().planEdit.isReplaced(props.asked.version, newest())}{' '}
          <a href={`/ke-hoach/${props.asked.plan}/ban`}>{s().planEdit.versions}</a>
        </p>
      </div>
      <WorkbookContext.Provider value={version}>
        <PlanDetail />
      </WorkbookContext.Provider>
    </>
  );
};
