/** Laws of every ready-made plan, whatever it asks for. */
import { describe, expect, test } from 'vitest';
import { agencyKinds } from '#catalogue/agencies.ts';
import { outputs } from '#catalogue/outputs.ts';
import { documents } from '#catalogue/plans/documents.ts';
import { dutiesOf } from '#catalogue/plans/duties.ts';
import { parentSample } from '#catalogue/plans/parent-sample.ts';
import { indicatorsOf, listsOf, measuresOf, textsOf } from './document-items.ts';

const plans = [
  ...documents.map((document) => ({ name: `document ${document.key}`, document })),
  { name: 'the sample parent plan', document: parentSample },
];

describe.each(plans)('$name', ({ document }) => {
  test('names the line of every item, and its document, ascending in each list', () => {
    for (const [name, list] of Object.entries(listsOf(document))) {
      for (const source of ['000', '001', '002', '003', '004', 'NQ28']) {
        const lines = list
          .filter((item) => (item.document ?? document.plan.document) === source)
          .map((item) => item.line);
        expect(lines, `${name} of ${source}`).toEqual(lines.toSorted((a, b) => a - b));
      }
      expect(list.filter((item) => (item.document ?? document.plan.document) === undefined)).toEqual([]);
      expect(list.filter((item) => !Number.isInteger(item.line) || item.line < 1)).toEqual([]);
    }
  });

  test('uses each key once in each list', () => {
    for (const [name, list] of Object.entries(listsOf(document))) {
      const keys = list.map((item) => item.key);
      expect(new Set(keys).size, name).toBe(keys.length);
    }
  });

  test('says who answers by kinds of agencies that exist', () => {
    const kinds = new Set<string>(agencyKinds.map((kind) => kind.code));
    const responsible = [...document.tasks, ...indicatorsOf(document)].flatMap((item) => item.agencies ?? []);
    // The nation's strategy names nobody: who answers is for the plans below it to say.
    expect(responsible.length > 0).toBe(document.plan.level !== 'nation');
    expect(responsible.filter(({ kind }) => kind !== undefined && !kinds.has(kind))).toEqual([]);
  });

  test('gives every task an agency and the title of its section', () => {
    expect(document.tasks.filter((task) => !task.agencies?.length || !task.sectionTitle)).toEqual([]);
  });

  test('links tasks to campaigns and indicators of its own', () => {
    const campaigns = new Set(document.campaigns.map(({ key }) => key));
    const indicators = new Set(indicatorsOf(document).map(({ key }) => key));
    for (const task of document.tasks) {
      expect(task.campaigns?.filter((key) => !campaigns.has(key)) ?? [], task.key).toEqual([]);
      expect(task.indicators?.filter((key) => !indicators.has(key)) ?? [], task.key).toEqual([]);
    }
    const served = new Set(document.tasks.flatMap((task) => task.campaigns ?? []));
    expect([...campaigns].filter((key) => !served.has(key))).toEqual([]);
  });

  test('gives a task with a window both its days, inside the plan, and no other task a day', () => {
    const { from: begin, to: end } = document.plan;
    const windows = document.tasks.filter(({ recurrence }) => recurrence === 'window');
    const outside = windows.filter(({ from = '', to = '' }) => !(begin <= from && from <= to && to <= end));
    expect(outside).toEqual([]);
    const others = document.tasks.filter(({ recurrence }) => recurrence !== 'window');
    expect(others.filter(({ from, to }) => from !== undefined || to !== undefined)).toEqual([]);
  });

  test('finds every standing duty once, with a text of its own', () => {
    const duties = dutiesOf(document);
    expect(duties).toHaveLength(document.tasks.filter(({ duty }) => duty).length + document.duties.length);
    expect(duties.filter(({ text }) => text === '' || text.length > 140)).toEqual([]);
    expect(duties.map(({ line }) => line)).toEqual(duties.map(({ line }) => line).toSorted((a, b) => a - b));
  });

  test('counts outputs that exist', () => {
    const known = new Set(outputs.map((output) => output.code));
    const counted = measuresOf(document).flatMap((measure) => measure.cadence?.outputs ?? []);
    expect(counted.filter((code) => !known.has(code))).toEqual([]);
  });

  test('gives every figure a denominator, unless nothing is divided', () => {
    const divided = measuresOf(document).filter(
      (measure) => !['yes-no', 'count', 'cadence', 'pointer'].includes(measure.kind),
    );
    expect(divided.filter(({ numerator, denominator, per }) => !numerator || !denominator || !per)).toEqual([]);
  });

  test('keeps its own wording short, in composed letters', () => {
    expect(document.tasks.filter((task) => task.text.length > 140)).toEqual([]);
    const texts = textsOf(document);
    expect(texts.filter((text) => text !== text.normalize('NFC').trim())).toEqual([]);
  });

  test('names offices and never a person', () => {
    const surname = /(?:^|[\s.,(])(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý) \p{Lu}/u;
    // A body that bears a name is no person.
    const texts = textsOf(document).map((text) => text.replace('Cộng sản Hồ Chí Minh', ''));
    expect(texts.filter((text) => surname.test(text))).toEqual([]);
    const office = /^(?:(?:TM\.|KT\.|ỦY BAN NHÂN DÂN|CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC)[ ,]*)*$/u;
    expect(document.plan.signingOffice ?? '').toMatch(office);
  });
});
