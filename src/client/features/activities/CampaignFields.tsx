/** Links to campaigns that do not count the activity by its days: the near ones in sight, the others behind a fold. */
import { createMemo, Show, untrack } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import type { Saved } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { PickChecks } from '#client/ui/choices.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { campaignsToLink } from './campaigns-once.ts';
import { toggled, type PartProps } from './form-control.ts';
import { daysOfForm } from './form-model.ts';

const optionOf = ({ id, fields }: Saved<'campaign'>) => ({ value: id, label: fields.name });

export const LinkedCampaigns = (props: PartProps) => {
  const workbook = useWorkbook();
  const campaigns = workbook.list('campaign');
  const plans = workbook.list('plan');
  // Read once, so that a box does not jump away from the finger that ticks it.
  const linked = untrack(() => props.control.form.campaigns);
  const toLink = createMemo(() => {
    const { from, to } = daysOfForm(props.control.form, workbook.today());
    const today = workbook.today();
    const days = from.ok && to.ok ? { from: from.value, to: to.value } : { from: today, to: today };
    const known = { campaigns: campaigns() ?? [], plans: plans() ?? [], unit: workbook.me().unit };
    const { near, farther } = campaignsToLink(days, linked, known);
    return { near: near.map(optionOf), farther: farther.map(optionOf) };
  });
  const toggle = (id: string, isIn: boolean) =>
    props.control.set({ campaigns: toggled(props.control.form.campaigns, id, isIn) });
  return (
    <>
      <Show when={toLink().near.length > 0}>
        <PickChecks
          legend={s().activity.campaigns}
          options={toLink().near}
          chosen={props.control.form.campaigns}
          onToggle={toggle}
        />
      </Show>
      <Show when={toLink().farther.length > 0}>
        <details class="fold">
          <summary>
            <Icon name="next" size={16} />
            {s().activity.moreCampaigns(toLink().farther.length)}
          </summary>
          <PickChecks
            legend={s().activity.fartherCampaigns}
            options={toLink().farther}
            chosen={props.control.form.campaigns}
            onToggle={toggle}
          />
        </details>
      </Show>
    </>
  );
};
