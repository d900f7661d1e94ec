/** A line that asks for something and leads to where it is done. */
import { Icon, type IconName } from './icons.tsx';

interface NoticeLinkProps {
  readonly href: string;
  readonly icon: IconName;
  readonly words: string;
  readonly todo: string;
}

export const NoticeLink = (props: NoticeLinkProps) => (
  <a class="card warned notice" href={props.href}>
    <Icon name={props.icon} size={20} />
    <span class="grow">
      <b>{props.words}</b> {props.todo}
    </span>
    <Icon name="next" size={18} />
  </a>
);
