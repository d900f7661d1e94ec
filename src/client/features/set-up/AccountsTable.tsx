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

const workplaceOf = (account: NewAccount): string => [account.unit, account.agency].filter(Boolean).join(' · ');

/** For a note or a message: one person a line, tabs between. */
export const accountsAsText = (accounts: readonly NewAccount[]): string =>
  accounts
    .map((one) => [one.name, s().roles[one.role], workplaceOf(one), one.signIn, one.password].join('\t'))
    .join('\n');

export const AccountsTable = (props: AccountsTableProps) => {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(accountsAsText(props.accounts));
      showToast(s().copied);
    } catch {
      // A browser may refuse the clipboard; what stands on the screen can be selected.
      showToast(s().notCopied);
    }
  };
  return (
    <>
      <div class="stack tight">
        <PageHeading documentTitle={t().documentTitle(s().setUp.accountsTitle)}>{s().setUp.accountsTitle}</PageHeading>
        <p class="dim">{s().setUp.accountsLead}</p>
      </div>
      <ul class="accounts">
        <For each={props.accounts}>{(account) => <AccountCard account={account} />}</For>
      </ul>
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

const AccountCard = (props: { readonly account: NewAccount }) => (
  <li class="card">
    <h2>{props.account.name}</h2>
    <dl class="pairs">
      <dt>{s().setUp.columns.role}</dt>
      <dd>{s().roles[props.account.role]}</dd>
      <Show when={workplaceOf(props.account)}>
        <dt>{s().setUp.columns.agency}</dt>
        <dd>{workplaceOf(props.account)}</dd>
      </Show>
      <dt>{s().setUp.columns.signIn}</dt>
      <dd class="secret">{props.account.signIn}</dd>
      <dt>{s().setUp.columns.password}</dt>
      <dd class="secret">{props.account.password}</dd>
    </dl>
  </li>
);
