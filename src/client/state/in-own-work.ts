/** Pages of the person and the device (what waits, files, units) are about the own workbook, also while another unit's work is open. */
import { createComponent, type Component } from 'solid-js';
import { useWorkbook, WorkbookContext } from './context.ts';

export const inOwnWork =
  (Page: Component): Component =>
  () => {
    const workbook = useWorkbook();
    return createComponent(WorkbookContext.Provider, {
      value: workbook.opened?.own ?? workbook,
      get children() {
        return createComponent(Page, {});
      },
    });
  };
