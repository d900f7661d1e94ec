/** What a row still asks for: an answer, something to be put right; or that it has ended. */
import { Match, Switch } from 'solid-js';
import type { Register } from '#catalogue/registers.ts';
import { s } from '#client/texts/screens.ts';
import { StateMark } from '#client/ui/marks.tsx';
import { isOver, openOf, textOf, type Given } from './rows.ts';

interface OpenMarkProps {
  readonly register: Register;
  readonly fields: Given;
  readonly today: string;
}

export const OpenMark = (props: OpenMarkProps) => {
  const open = () => openOf(props.register, props.fields, props.today);
  const says = (field: string) => textOf(props.fields[field]) !== '';
  return (
    <Switch>
      <Match when={open() === 'waits-for-answer'}>
        <StateMark icon="clock" tone="warn" word={s().registers.waitsForAnswer} />
      </Match>
      <Match when={open() === 'overdue'}>
        <StateMark icon="alert" tone="bad" word={s().registers.overdue} />
      </Match>
      <Match when={open() === 'to-fix'}>
        <StateMark icon="clock" tone="warn" word={s().registers.toFix} />
      </Match>
      <Match when={props.register.table === 'difficulty' && says('answer')}>
        <StateMark icon="check" tone="plain" word={s().registers.answered} />
      </Match>
      <Match when={props.register.table === 'inspection' && says('followedUpOn')}>
        <StateMark icon="check" tone="plain" word={s().registers.fixed} />
      </Match>
      <Match when={isOver(props.register, props.fields, props.today)}>
        <StateMark icon="none" tone="plain" word={s().registers.isOver} />
      </Match>
    </Switch>
  );
};
