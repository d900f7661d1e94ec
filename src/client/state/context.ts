/** How a screen reaches the workbook and the door: by context, set once by the app. */
import { createContext, useContext } from 'solid-js';
import type { Door, Workbook } from './workbook.ts';

export const WorkbookContext = createContext<Workbook>();
export const DoorContext = createContext<Door>();

export const useWorkbook = (): Workbook => {
  const workbook = useContext(WorkbookContext);
  if (!workbook) throw new Error('useWorkbook: no workbook is open here');
  return workbook;
};

export const useDoor = (): Door => {
  const door = useContext(DoorContext);
  if (!door) throw new Error('useDoor: no door stands here');
  return door;
};
