/** The days of a campaign on which something was done, each with how many and how far they have travelled. */
import { For, Show } from 'solid-js';
import { formatDate } from '#domain/dates.ts';
import { formatCount } from '#domain/numbers.ts';
import type { ActivitySummary } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { SplitWords } from './SplitWords.tsx';

interface CampaignDay {
  readonly day: string;
  readonly found: readonly ActivitySummary[];
  /** Of those found, without what was never accepted. */
  readonly count: number;
  readonly today: boolean;
}

export const CampaignDays = (props: { readonly days: readonly CampaignDay[] }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">{t().today.dayColumn}</th>
        <th scope="col" class="n">
          {t().today.activityColumn}
        </th>
      </tr>
    </thead>
    <tbody>
      <For each={props.days.filter((day) => day.found.length > 0 || day.today)}>
        {(day) => (
          <tr>
            <td>
              {formatDate(day.day)}
              <Show when={day.today}> · {t().nav.today}</Show>
            </td>
            <td class="n">
              {formatCount(day.count)}
              <SplitWords of={day.found} />
            </td>
          </tr>
        )}
      </For>
    </tbody>
  </table>
);
