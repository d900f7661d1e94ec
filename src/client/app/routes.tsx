/** Which address shows which screen. Hôm nay comes with the first load; every other screen is fetched when asked for. */
import { Navigate, Route, Router } from '@solidjs/router';
import { lazy } from 'solid-js';
import { Today } from '#client/features/today/Today.tsx';
import { Shell } from './Shell.tsx';

const NotFound = lazy(async () => ({ default: (await import('./NotFound.tsx')).NotFound }));
const Activities = lazy(async () => ({
  default: (await import('#client/features/activities/Activities.tsx')).Activities,
}));
const ActivityDetail = lazy(async () => ({
  default: (await import('#client/features/activities/ActivityDetail.tsx')).ActivityDetail,
}));
const ActivityEditor = lazy(async () => ({
  default: (await import('#client/features/activities/ActivityEditor.tsx')).ActivityEditor,
}));
const Measures = lazy(async () => ({
  default: (await import('#client/features/indicators/Measures.tsx')).Measures,
}));
const Plans = lazy(async () => ({ default: (await import('#client/features/plans/Plans.tsx')).Plans }));
const Calendar = lazy(async () => ({ default: (await import('#client/features/calendar/Calendar.tsx')).Calendar }));
const Registers = lazy(async () => ({
  default: (await import('#client/features/registers/Registers.tsx')).Registers,
}));
const SyncCentre = lazy(async () => ({ default: (await import('#client/features/sync/SyncCentre.tsx')).SyncCentre }));
const History = lazy(async () => ({ default: (await import('#client/features/history/History.tsx')).History }));
const FileExchange = lazy(async () => ({
  default: (await import('#client/features/file-exchange/FileExchange.tsx')).FileExchange,
}));
const Units = lazy(async () => ({ default: (await import('#client/features/units/Units.tsx')).Units }));
const Account = lazy(async () => ({
  default: (await import('#client/features/sign-in/account/Account.tsx')).Account,
}));
const More = lazy(async () => ({ default: (await import('#client/features/more/More.tsx')).More }));

const Restore = lazy(async () => ({ default: (await import('#client/features/recovery/Restore.tsx')).Restore }));

/** Doors that are behind someone who is in already. */
const Home = () => <Navigate href="/" />;

export const Routes = () => (
  <Router root={Shell}>
    <Route path="/" component={Today} />
    <Route path="/hoat-dong" component={Activities}>
      <Route path="/" />
      <Route path="/moi" component={ActivityEditor} />
      <Route path="/:id" component={ActivityDetail} />
      <Route path="/:id/sua" component={ActivityEditor} />
    </Route>
    <Route path="/chi-tieu/*rest" component={Measures} />
    <Route path="/ke-hoach/:id?/*doing" component={Plans} />
    <Route path="/lich/*rest" component={Calendar} />
    <Route path="/so/*rest" component={Registers} />
    <Route path="/cho-gui" component={SyncCentre} />
    <Route path="/lich-su/:table/:id" component={History} />
    <Route path="/trao-doi-bang-tep" component={FileExchange} />
    <Route path="/don-vi/:id?" component={Units} />
    <Route path="/tai-khoan/*rest" component={Account} />
    <Route path="/them" component={More} />
    <Route path="/khoi-phuc" component={Restore} />
    <Route path={['/dang-nhap', '/cai-dat']} component={Home} />
    <Route path="*" component={NotFound} />
  </Router>
);
