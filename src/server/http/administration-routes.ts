/** Opening an empty server, and what administrators manage: units and agencies. */
import * as v from 'valibot';
import { filled, text } from '#domain/table.ts';
import { addAgency, addUnit } from '#server/actions/administration.ts';
import { actorOf } from '#server/actions/describe-me.ts';
import { administrationProblem } from '#server/actions/find-account.ts';
import { importForAdministrator, previewForAdministrator } from '#server/actions/import-for-administrator.ts';
import { mergeForAdministrator, previewMergerForAdministrator } from '#server/actions/merge-for-administrator.ts';
import type { Merger } from '#server/actions/merge-units.ts';
import { moveSampleDay } from '#server/actions/move-sample-day.ts';
import { isSetUpNeeded, setUp } from '#server/actions/set-up.ts';
import { askerOf } from './account-routes.ts';
import { createAddressOf } from './address.ts';
import type { AppDeps } from './app-deps.ts';
import { problemResponse } from './problem-response.ts';
import { parseBody } from './read-body.ts';
import type { createRouter } from './router.ts';

const Code = v.pipe(v.string(), v.nonEmpty(), v.maxLength(40));
const UnitId = v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/u));
const SignInName = filled(60);

const SetUpBody = v.union([
  v.strictObject({ code: Code, sample: v.union([v.literal(true), v.literal('year')]) }),
  v.strictObject({
    code: Code,
    unit: v.strictObject({ name: filled(160), kind: text(40) }),
    person: v.strictObject({ name: filled(120), signIn: SignInName }),
  }),
]);
const UnitBody = v.strictObject({ name: filled(160), kind: text(40), parent: UnitId });
/** The whole country's list, as text within JSON, is a third of this. */
const MAX_LIST_BYTES = 512 * 1024;
const Day = v.pipe(v.string(), v.maxLength(10));
const ListBody = v.strictObject({
  under: UnitId,
  source: filled(300),
  dated: Day,
  from: v.optional(Day),
  format: v.picklist(['json', 'csv']),
  list: v.string(),
});
/** A country has not so many communes as would merge at once. */
const MAX_MERGING = 200;
const MergerBody = v.strictObject({
  units: v.pipe(v.array(UnitId), v.nonEmpty(), v.maxLength(MAX_MERGING)),
  into: v.union([
    UnitId,
    v.strictObject({
      name: filled(160),
      kind: filled(40),
      officialCode: v.optional(filled(20)),
      parent: v.optional(UnitId),
    }),
  ]),
  from: Day,
});
const mergerOf = ({ units, into, from }: v.InferOutput<typeof MergerBody>): Merger => ({
  units,
  into: typeof into === 'string' ? into : { officialCode: undefined, parent: undefined, ...into },
  from,
});
const AgencyBody = v.strictObject({ unit: UnitId, name: filled(160), kind: text(40) });
const TodayBody = v.strictObject({ today: v.pipe(v.string(), v.maxLength(10)) });

export const registerAdministrationRoutes = (router: ReturnType<typeof createRouter>, deps: AppDeps): void => {
  const openServer = setUp(deps);
  const addressOf = createAddressOf(deps.trustedProxies);

  router.open('GET /api/set-up', async (context) => context.json({ needed: await isSetUpNeeded(deps) }));

  router.open('POST /api/set-up', async (context) => {
    const body = await parseBody(context, SetUpBody);
    if (!body.ok) return problemResponse(body.problem);
    const { code } = body.value;
    const first = 'unit' in body.value ? { unit: body.value.unit, person: body.value.person } : undefined;
    const sample = 'sample' in body.value && body.value.sample === 'year' ? 'year' : 'plans';
    const accounts = await openServer({ code, first, sample, address: addressOf(context) });
    return accounts.ok ? context.json({ accounts: accounts.value }, 201) : problemResponse(accounts.problem);
  });

  router.signed('POST /api/units', async (context, signed) => {
    const body = await parseBody(context, UnitBody);
    if (!body.ok) return problemResponse(body.problem);
    const problem = await administrationProblem(deps, actorOf(signed.account), body.value.parent);
    if (problem !== undefined) return problemResponse(problem);
    const unit = await addUnit(deps, askerOf(signed), body.value);
    return unit.ok ? context.json(unit.value, 201) : problemResponse(unit.problem);
  });

  router.signed('POST /api/units/import', async (context, signed) => {
    const body = await parseBody(context, ListBody, { max: MAX_LIST_BYTES });
    if (!body.ok) return problemResponse(body.problem);
    const imported = await importForAdministrator(deps, signed.account, askerOf(signed), body.value);
    return imported.ok ? context.json(imported.value) : problemResponse(imported.problem);
  });

  router.signed('POST /api/units/import/preview', async (context, signed) => {
    const body = await parseBody(context, ListBody, { max: MAX_LIST_BYTES });
    if (!body.ok) return problemResponse(body.problem);
    const preview = await previewForAdministrator(deps, signed.account, askerOf(signed), body.value);
    return preview.ok ? context.json(preview.value) : problemResponse(preview.problem);
  });

  router.signed('POST /api/units/merge', async (context, signed) => {
    const body = await parseBody(context, MergerBody);
    if (!body.ok) return problemResponse(body.problem);
    const merged = await mergeForAdministrator(deps, signed.account, askerOf(signed), mergerOf(body.value));
    return merged.ok ? context.json(merged.value, 201) : problemResponse(merged.problem);
  });

  router.signed('POST /api/units/merge/preview', async (context, signed) => {
    const body = await parseBody(context, MergerBody);
    if (!body.ok) return problemResponse(body.problem);
    const preview = await previewMergerForAdministrator(deps, signed.account, mergerOf(body.value));
    return preview.ok ? context.json(preview.value) : problemResponse(preview.problem);
  });

  router.signed('POST /api/agencies', async (context, signed) => {
    const body = await parseBody(context, AgencyBody);
    if (!body.ok) return problemResponse(body.problem);
    const problem = await administrationProblem(deps, actorOf(signed.account), body.value.unit);
    if (problem !== undefined) return problemResponse(problem);
    const agency = await addAgency(deps, askerOf(signed), body.value);
    return agency.ok ? context.json(agency.value, 201) : problemResponse(agency.problem);
  });

  router.signed('POST /api/sample/today', async (context, { account }) => {
    const body = await parseBody(context, TodayBody);
    if (!body.ok) return problemResponse(body.problem);
    const moved = await moveSampleDay(deps, account, body.value.today);
    return moved.ok ? context.body(null, 204) : problemResponse(moved.problem);
  });
};
