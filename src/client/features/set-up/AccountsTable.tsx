/** The accounts just made, with their passwords: shown once, kept nowhere in clear. */
import { For, Show } from 'solid-js';
import type { NewAccount } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { showToast } from '#client/ui/toasts.tsx';

interface AccountsTableProps {
  readonly accounts: readonly NewAccount[];
  readonly onNoted: () => void;
}

/** For a note or a message: one person a line, tabs between. */
export const accountsAsText = (accounts: readonly NewAccount[]): string =>
  accounts.map((one) => [one.name, one.unit, one.signIn, one.password].join('\t')).join('\n');

export const AccountsTable = (props: AccountsTableProps) => {
  const copy = async () => {
    await navigator.clipboard.writeText(accountsAsText(props.accounts));
    showToast(t().copied);
  };
  return (
    <>
      <div class="stack tight">
        <PageHeading documentTitle={t().documentTitle(s().setUp.accountsTitle)}>{s().setUp.accountsTitle}</PageHeading>
        <p class="dim">{s().setUp.accountsLead}</p>
      </div>
      <div class="card">
        <table>
          <thead>
            <tr>
              <th scope="col">{s().setUp.columns.person}</th>
              <th scope="col">{s().setUp.columns.signIn}</th>
              <th scope="col">{s().setUp.columns.password}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.accounts}>
              {(account) => (
                <tr>
                  <td>
                    {account.name}
                    <div class="s dim">
                      {t().roles[account.role]} · {account.unit}
                      <Show when={account.agency}> · {account.agency}</Show>
                    </div>
                  </td>
                  <td class="secret">{account.signIn}</td>
                  <td class="secret">{account.password}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <div class="line">
        <button type="button" class="btn" onClick={() => void copy()}>
          {s().setUp.copyAll}
        </button>
        <button type="button" class="btn main" onClick={props.onNoted}>
          {s().setUp.noted}
        </button>
      </div>
    </>
  );
};
