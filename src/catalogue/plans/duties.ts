/** Every standing duty of a plan, whether it is a task as well or stands alone, in the order of the document. */
import type { DutyItem, PlanDocument, TaskItem } from './plan-document.ts';

/** `task` is the key of the task that the duty is. */
type Duty = DutyItem & { readonly task?: string };

const dutyOf = ({ key, duty, text, agencies, line }: TaskItem): readonly Duty[] =>
  duty === undefined ? [] : [{ key, kind: duty, text, ...(agencies && { agencies }), line, task: key }];

export const dutiesOf = ({ tasks, duties }: PlanDocument): readonly Duty[] =>
  [...tasks.flatMap(dutyOf), ...duties].sort((a, b) => a.line - b.line);
