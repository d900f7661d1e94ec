/** A state, said in an icon and a word; colour only repeats it. */
import { Icon, type IconName } from './icons.tsx';

export type Tone = 'good' | 'warn' | 'bad' | 'plain' | 'sunk';

interface MarkProps {
  readonly icon: IconName;
  readonly tone: Tone;
  readonly word: string;
}

const toneClass = (tone: Tone): string => (tone === 'plain' ? '' : ` ${tone}`);

export const StateMark = (props: MarkProps) => (
  <span class={`state${toneClass(props.tone)}`}>
    <Icon name={props.icon} size={15} />
    {props.word}
  </span>
);

export const StateChip = (props: MarkProps) => (
  <span class={`chip${toneClass(props.tone)}`}>
    <Icon name={props.icon} size={16} />
    {props.word}
  </span>
);
