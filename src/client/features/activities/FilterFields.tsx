/** The filters, folded away until they are wanted; they stand in the address, so that a link can carry them. */
import { createMemo, Show } from 'solid-js';
import { activityGroups, activityTypes } from '#catalogue/activity-types.ts';
import { reachedBy } from '#client/state/business-day.ts';
import { useWorkbook } from '#client/state/context.ts';
import { agenciesByName, campaignsByDay, inPrintedOrder } from '#client/state/list-order.ts';
import { unitName } from '#client/state/unit-names.ts';
import { language } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { SelectField, type Option } from '#client/ui/SelectField.tsx';
import type { Filters } from './grouping.ts';

export interface FilterParams extends Record<string, string | string[]> {
  loai: string;
  dot: string;
  'nhiem-vu': string;
  'co-quan': string;
  'don-vi': string;
}

type Given = Partial<Record<string, string | string[]>>;
const single = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

export const filtersFrom = (params: Given): Filters => ({
  type: single(params['loai']),
  campaign: single(params['dot']),
  task: single(params['nhiem-vu']),
  agency: single(params['co-quan']),
  unit: single(params['don-vi']),
});

interface FilterFieldsProps {
  readonly filters: Filters;
  readonly onChange: (change: Record<string, string>) => void;
}

const TASK_CHARS = 70;
const shortened = (text: string): string => (text.length > TASK_CHARS ? `${text.slice(0, TASK_CHARS)}…` : text);

export const FilterFields = (props: FilterFieldsProps) => {
  const workbook = useWorkbook();
  const campaigns = workbook.list('campaign');
  const tasks = workbook.list('task');
  const agencies = workbook.list('agency');
  const units = () => reachedBy('predecessor', workbook.me().unit, workbook.near());
  const count = () => Object.values(props.filters).filter((value) => value !== '').length;
  const withAll = (options: readonly Option[]): readonly Option[] => [{ value: '', label: s().all }, ...options];
  const types = createMemo(() =>
    activityGroups.map((group) => ({
      label: group[language()],
      options: activityTypes
        .filter((type) => type.group === group.code)
        .map((type) => ({ value: type.code, label: type[language()] })),
    })),
  );
  return (
    <details class="fold" open={count() > 0}>
      <summary>
        <Icon name="next" size={16} />
        {count() > 0 ? s().activity.filtersOn(count()) : s().activity.filters}
      </summary>
      <div class="stack">
        <SelectField
          id="filter-type"
          label={s().activity.filterType}
          value={props.filters.type}
          options={withAll([])}
          groups={types()}
          onChange={(loai) => props.onChange({ loai })}
        />
        <SelectField
          id="filter-campaign"
          label={s().activity.filterCampaign}
          value={props.filters.campaign}
          options={withAll(campaignsByDay(campaigns() ?? []).map((one) => ({ value: one.id, label: one.fields.name })))}
          onChange={(dot) => props.onChange({ dot })}
        />
        <SelectField
          id="filter-task"
          label={s().activity.filterTask}
          value={props.filters.task}
          options={withAll(
            inPrintedOrder(tasks() ?? []).map((task) => ({
              value: task.id,
              label: `${task.fields.section} · ${shortened(task.fields.text)}`,
            })),
          )}
          onChange={(task) => props.onChange({ 'nhiem-vu': task })}
        />
        <SelectField
          id="filter-agency"
          label={s().activity.filterAgency}
          value={props.filters.agency}
          options={withAll(
            agenciesByName(agencies() ?? [], workbook.today()).map((one) => ({
              value: one.id,
              label: one.fields.name,
            })),
          )}
          onChange={(agency) => props.onChange({ 'co-quan': agency })}
        />
        <Show when={units().length > 1}>
          <SelectField
            id="filter-unit"
            label={s().units.filter}
            value={props.filters.unit}
            options={withAll(units().map((id) => ({ value: id, label: unitName(workbook, id) })))}
            onChange={(unit) => props.onChange({ 'don-vi': unit })}
          />
        </Show>
        <Show when={count() > 0}>
          <button
            type="button"
            class="btn"
            onClick={() => props.onChange({ loai: '', dot: '', 'nhiem-vu': '', 'co-quan': '', 'don-vi': '' })}
          >
            {s().activity.clearFilters}
          </button>
        </Show>
      </div>
    </details>
  );
};
