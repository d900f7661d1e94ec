/** What a plan's choice between rules names: the rule by its key, and what the contradiction is about by its register. */
import { createMemo } from 'solid-js';
import { yearOf } from '#domain/dates.ts';
import type { Workbook } from '#client/state/workbook.ts';
import { ruleBeside, ruleName } from '#client/texts/rule-words.ts';
import { t } from '#client/texts/current.ts';

export const createRuleNames = (workbook: Workbook): ((key: string) => string | undefined) => {
  const rules = workbook.list('rule');
  const names = createMemo(() => {
    const year = yearOf(workbook.today());
    return new Map<string, string>(
      (rules() ?? []).flatMap(({ scope, id, fields }) => [
        [`${scope}~${id}`, `${ruleName(fields)}, ${ruleBeside(fields, year).label}`] as const,
        ...(fields.contradiction === undefined
          ? []
          : [[`governing/${fields.contradiction}`, t().ruleKinds[fields.kind]] as const]),
      ]),
    );
  });
  return (key) => names().get(key);
};
