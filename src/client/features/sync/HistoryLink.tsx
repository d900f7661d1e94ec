/** The way to all that became of a conflict's record. */
import { Show } from 'solid-js';
import { registerOf } from '#catalogue/registers.ts';
import { s } from '#client/texts/screens.ts';
import type { Conflict } from './conflict-sides.ts';

const pageOf = ({ table, record }: Conflict['fields']): string | undefined => {
  if (table === 'activity') return `/lich-su/hoat-dong/${encodeURIComponent(record)}`;
  if (table === 'reading') return `/lich-su/so-lieu/${encodeURIComponent(record)}`;
  const register = registerOf(table);
  return register && `/lich-su/${register.path}/${encodeURIComponent(record)}`;
};

export const HistoryLink = (props: { readonly conflict: Conflict }) => (
  <Show when={pageOf(props.conflict.fields)}>
    {(href) => (
      <p>
        <a class="back s" href={href()}>
          {s().conflict.history}
        </a>
      </p>
    )}
  </Show>
);
