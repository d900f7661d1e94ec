/** Who came: women, men, not recorded, and the total that follows; attendances stand apart. */
import { Show } from 'solid-js';
import { femaleShare, peopleTotal } from '#domain/people.ts';
import { formatCount } from '#domain/numbers.ts';
import type { Activity } from '#domain/records/activity.ts';
import { s } from '#client/texts/screens.ts';

export const PeopleTable = (props: { readonly activity: Activity }) => {
  const total = () => peopleTotal(props.activity);
  return (
    <Show
      when={total() > 0 || props.activity.attendances !== undefined}
      fallback={<p class="dim">{s().activity.noPeople}</p>}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{s().activity.peopleTable}</th>
            <th scope="col" class="n">
              {s().activity.female}
            </th>
            <th scope="col" class="n">
              {s().activity.male}
            </th>
            <th scope="col" class="n">
              {s().activity.unrecorded}
            </th>
            <th scope="col" class="n">
              {s().activity.totalColumn}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{s().activity.everyone}</th>
            <td class="n">{formatCount(props.activity.female ?? 0)}</td>
            <td class="n">{formatCount(props.activity.male ?? 0)}</td>
            <td class="n">{formatCount(props.activity.unrecorded ?? 0)}</td>
            <td class="n">
              <b>{formatCount(total())}</b>
            </td>
          </tr>
          <Show when={props.activity.minority !== undefined}>
            <tr>
              <th scope="row" colspan="4">
                {s().activity.minorityRow}
              </th>
              <td class="n">{formatCount(props.activity.minority ?? 0)}</td>
            </tr>
          </Show>
        </tbody>
      </table>
      <p class="s dim">
        {[
          s().activity.total(total(), rounded(femaleShare(props.activity))),
          props.activity.attendances === undefined ? '' : s().attendances(props.activity.attendances),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </Show>
  );
};

const rounded = (share: number | undefined): number | undefined =>
  share === undefined ? undefined : Math.round(share * 10) / 10;
