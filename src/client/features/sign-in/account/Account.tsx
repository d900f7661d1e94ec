/** A person's own account and what this phone has of it; for administrators also the people of their units. */
import { useParams } from '@solidjs/router';
import { Match, Switch } from 'solid-js';
import { useDoor, useWorkbook } from '#client/state/context.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { ChangeForm } from './ChangeForm.tsx';
import { LeaveCard } from './LeaveCard.tsx';
import { People } from './People.tsx';
import { Trail } from './Trail.tsx';
import { Places } from './Places.tsx';

export const Account = () => {
  const params = useParams<{ rest?: string }>();
  const workbook = useWorkbook();
  const role = () => workbook.me().role;
  return (
    <Switch fallback={<Own />}>
      <Match when={params.rest === 'nguoi-dung' && role() === 'administrator'}>
        <People />
      </Match>
      <Match when={params.rest === 'nhat-ky' && (role() === 'administrator' || role() === 'auditor')}>
        <Trail />
      </Match>
    </Switch>
  );
};

const Own = () => {
  const door = useDoor();
  const workbook = useWorkbook();
  const changePassword = async (current: string, chosen: string) =>
    (await workbook.online()).accounts.changePassword(current, chosen);
  return (
    <div class="page stack wide">
      <header class="stack tight">
        <a class="back" href="/them">
          <Icon name="back" size={20} />
          {s().more.title}
        </a>
        <PageHeading documentTitle={t().documentTitle(s().account.title)}>{s().account.title}</PageHeading>
      </header>
      <div class="two">
        <ChangeForm
          id="secret"
          title={s().account.secretTitle}
          lead={s().account.secretLead}
          now={s().account.secretNow}
          next={s().account.secretNew}
          submit={s().account.secretChange}
          done={s().account.secretChanged}
          numeric
          change={door.changeSecret}
          aboutPresent={['vault/wrong-secret', 'vault/slow-down']}
        />
        <ChangeForm
          id="password"
          title={s().account.passwordTitle}
          lead={s().account.passwordLead}
          now={s().account.passwordNow}
          next={s().account.passwordNew}
          hint={s().account.passwordHint}
          submit={s().account.passwordChange}
          done={s().account.passwordChanged}
          isPassword
          change={changePassword}
          aboutPresent={['account/wrong-password', 'session/slow-down', 'courier/offline', 'courier/unreachable']}
        />
      </div>
      <Places />
      <LeaveCard />
    </div>
  );
};
