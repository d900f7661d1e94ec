/** Where among the plans one is, by the address: /ke-hoach/:id, and behind it what is done there. */
import { useParams } from '@solidjs/router';

export interface Place {
  /** The plan's id; `undefined` where a new one is begun. */
  readonly plan: () => string | undefined;
  /** What follows it, in its parts: `['soan', 'task', …]`. */
  readonly doing: () => readonly string[];
}

const BEGINNING = 'moi';

export const usePlace = (): Place => {
  const params = useParams();
  return {
    plan: () => (params['id'] === BEGINNING ? undefined : params['id']),
    doing: () => (params['doing'] ?? '').split('/').filter((part) => part !== ''),
  };
};
