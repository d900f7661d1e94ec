/** One family of icons: 24 × 24, drawn with a line of 1.8. They only ever stand beside a word, or in a button that has a name. */
const paths = {
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  list: 'M5 6h14M5 12h14M5 18h9',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  bars: 'M5 19V9M12 19V5M19 19v-7',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  plan: 'M6 4h9l4 4v12H6zM14 4v5h5M9 13h7M9 16.5h5',
  book: 'M6 4h12v16H6zM6 4v16M10 8h5M10 11.5h5',
  upload: 'M12 19V8M7 12l5-5 5 5M6 4h12',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  device: 'M8 3h8v18H8zM11 18h2',
  sending: 'M4 12a8 8 0 0 1 14-5.3M20 12a8 8 0 0 1-14 5.3M18 3v4h-4M6 21v-4h4',
  alert: 'M12 4l9 16H3zM12 10v4M12 17h.01',
  back: 'M19 12H5M11 6l-6 6 6 6',
  forward: 'M5 12h14M13 6l6 6-6 6',
  next: 'M9 6l6 6-6 6',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20',
  calendar: 'M5 6h14v14H5zM5 10h14M9 3.5V7M15 3.5V7',
  edit: 'M5 19l1-4L16 5l3 3L9 18z',
  trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM5 20c1-4 4-5.5 7-5.5s6 1.5 7 5.5',
  offline: 'M4 4l16 16M5 12a10 10 0 0 1 4-2.4M19 12a10 10 0 0 0-5-2.7M8.5 15.5a5 5 0 0 1 7 0M12 19h.01',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 2',
  above: 'M12 20V9M7 13l5-5 5 5M5 4h14',
  none: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM6.5 17.5l11-11',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  eye: 'M3 12c2-4 5.5-6 9-6s7 2 9 6c-2 4-5.5 6-9 6s-7-2-9-6zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  cross: 'M6 6l12 12M18 6L6 18',
  empty: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 11.5v.01M8 11.5v.01M16 11.5v.01',
} as const;

export type IconName = keyof typeof paths;

/** Icons grow with the text, for those who set it larger. */
const rem = (px: number): string => `${String(px / 16)}rem`;

export const Icon = (props: { readonly name: IconName; readonly size?: number }) => (
  <svg
    width={rem(props.size ?? 22)}
    height={rem(props.size ?? 22)}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width={props.name === 'more' || props.name === 'empty' ? 3 : 1.8}
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={paths[props.name]} />
  </svg>
);
