/** Document 002, line 119: bodies to be named, not counted in percent. It is no indicator, so it stands beside indicator 1.1. */
import type { ListItem } from '../plan-document.ts';

export const lists: readonly ListItem[] = [
  {
    key: '1.1-list',
    indicator: '1.1',
    title: 'Cơ quan có nhiều nữ mà chưa có nữ lãnh đạo chủ chốt',
    kind: 'list',
    unit: 'cơ quan',
    threshold: 'Tỷ lệ nữ từ 30% trở lên, chưa có cán bộ lãnh đạo chủ chốt là nữ',
    better: 'lower',
    source: 'own-register',
    line: 119,
    targets: [],
  },
];
