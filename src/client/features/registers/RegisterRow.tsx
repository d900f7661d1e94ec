/** One row in the list: its name, its days and what else tells it apart, what it asks for, and how far it has travelled. */
import { Show } from 'solid-js';
import type { Register } from '#catalogue/registers.ts';
import { unitOfScope } from '#domain/scope.ts';
import { useWorkbook } from '#client/state/context.ts';
import { s } from '#client/texts/screens.ts';
import { StateMark } from '#client/ui/marks.tsx';
import { BudgetLadder } from './BudgetLadder.tsx';
import { markOf } from '#client/ui/record-mark.ts';
import { OpenMark } from './OpenMark.tsx';
import { given, type RegisterRow as Row } from './rows.ts';
import { aboutShown, titleShown, type NameOf } from './shown.ts';

interface RegisterRowProps {
  readonly register: Register;
  readonly row: Row;
  readonly href: string;
  readonly isChosen: boolean;
  readonly nameOf: NameOf;
}

const CHARS = 140;
/** A difficulty may be told at length: the list shows how it begins. */
const shortened = (text: string): string => (text.length > CHARS ? `${text.slice(0, CHARS).trimEnd()}…` : text);

export const RegisterRow = (props: RegisterRowProps) => {
  const workbook = useWorkbook();
  const units = workbook.list('unit');
  /** Of a unit whose work this one carries on, its name. */
  const unit = () => {
    const of = unitOfScope(props.row.scope);
    return of === workbook.me().unit ? undefined : units()?.find(({ id }) => id === of)?.fields.name;
  };
  const about = () => [aboutShown(props.register, given(props.row), props.nameOf), unit()].filter(Boolean).join(' · ');
  return (
    <a class="row" href={props.href} aria-current={props.isChosen ? 'true' : undefined}>
      <div class="grow titled">
        {shortened(titleShown(props.register, given(props.row)))}
        <Show when={about()}>
          <p class="s dim">{about()}</p>
        </Show>
        <Show when={props.row.table === 'budget-line'}>
          <BudgetLadder fields={given(props.row)} />
        </Show>
        <p class="line">
          <StateMark {...markOf[props.row.state]} word={s().recordState[props.row.state]} />
          <OpenMark register={props.register} fields={given(props.row)} today={workbook.today()} />
        </p>
      </div>
    </a>
  );
};
